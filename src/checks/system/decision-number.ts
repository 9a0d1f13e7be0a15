import type { Decision } from "../../context/decisions.ts";
import { decisionName } from "../../context/decisions.ts";
import { fileName } from "../../text/shorten.ts";
import { defineDecisionCheck } from "../define.ts";

export default defineDecisionCheck({
  id: "decision-number",
  category: "system",
  severity: "error",
  messages: {
    none: {
      text: "Expected a number at the beginning of the file name {name}.",
      advice: "Name the file as 0001-use-a-queue.md; `groundplan adr new` takes the next number.",
    },
    twin: {
      text: "Unexpected second record with the number {number}.",
      advice: "Give the younger one the next free number, and mend the links to it.",
    },
  },
  *examine({ decisions }) {
    const seen = new Map<number, Decision>();
    for (const decision of decisions) {
      const { file, name, number } = decision;
      const place = { file, line: 1, column: 1 };
      if (number === undefined) {
        // A day in its place tells records apart as well.
        if (name === "") yield { message: "none", place, arguments: { name: fileName(file) } };
        continue;
      }
      const twin = seen.get(number);
      if (twin) yield { message: "twin", place, related: twin.place, arguments: { number: decisionName(number) } };
      else seen.set(number, decision);
    }
  },
});
