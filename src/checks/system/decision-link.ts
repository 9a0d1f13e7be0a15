import { defineDecisionCheck } from "../define.ts";

export default defineDecisionCheck({
  id: "decision-link",
  category: "system",
  severity: "error",
  messages: {
    broken: {
      text: "Unexpected link to {url}: it leads to no file and no heading of this repository.",
      advice: "Mend the path, relative to the record, or remove the link.",
    },
  },
  *examine({ broken }) {
    for (const { url, place } of broken) yield { message: "broken", place, arguments: { url } };
  },
});
