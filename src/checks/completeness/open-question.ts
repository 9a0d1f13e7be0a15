import { isDealtWith } from "../../model/departures/dealt-with.ts";
import type { Model } from "../../model/types.ts";
import { addTo } from "../../text/group.ts";
import { shorten } from "../../text/shorten.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "open-question",
  category: "completeness",
  severity: "warning",
  messages: {
    open: {
      text: 'Open: "{question}" is decided by {decider}; until then: {assumption}.',
      advice: "When it is decided, write the decision where it belongs, and take the question out.",
    },
    several: {
      text: 'Open: {count} questions, each with who decides it and what holds until then; the first is "{question}".',
      advice: "Nothing is to be mended here: `groundplan status` lists them. When one is decided, write the decision where it belongs.",
    },
    undecided: {
      text: 'Open: "{question}", and {lacking}.',
      advice: "Name the person or team that decides it, and what the design builds on until then.",
    },
    unasked: {
      text: 'Expected an answer to the open question of the PRD "{question}", or the question itself under Open Questions.',
      advice: "Decide it in the design; or list it under Open Questions with who decides it and what is assumed until then.",
    },
    remark: {
      text: 'Open: the remark of {by} "{remark}".',
      advice: "Answer it in the text, and take the comment out.",
    },
  },
  *run(model) {
    for (const { by, text, place } of model.remarks)
      yield { message: "remark", place, arguments: { by: by || "a reviewer", remark: said(text) } };
    const honest = new Map<string, Open[]>();
    for (const open of model.undecided) {
      const { question, decider, assumption, shaped, place } = open;
      const asked = said(question);
      // Of an empty cell in the template's table, empty-section tells.
      if (shaped && (decider === "" || assumption === "")) continue;
      const lacking = [
        ...(decider === "" || NOBODY.test(decider) ? ["nobody decides it"] : []),
        ...(assumption === "" ? ["nothing is assumed until then"] : []),
      ];
      if (lacking.length > 0) yield { message: "undecided", place, arguments: { question: asked, lacking: lacking.join(", ") } };
      else addTo(honest, place.file, open);
    }
    for (const [first, ...more] of honest.values()) if (first) yield openIn(first, 1 + more.length);
    const deals = isDealtWith(model);
    for (const { text, place } of deals ? model.openQuestions : [])
      if (!deals?.(text)) yield { message: "unasked", place, arguments: { question: said(text) } };
  },
});

type Open = Model["undecided"][number];

/** What is said honestly costs its author one line of a report for a whole document. */
function openIn({ question, decider, assumption, place }: Open, count: number) {
  const asked = said(question);
  return count === 1
    ? { message: "open" as const, place, arguments: { question: asked, decider: said(decider), assumption: said(assumption) } }
    : { message: "several" as const, place, arguments: { count, question: asked } };
}

const NOBODY = /^(?:tb[acd]|to be (?:decided|defined|determined|named)|open|unknown|nobody|unclear|todo)\W{0,9}$/i;

/** What a sentence says, without its full stop. */
function said(text: string): string {
  return shorten(text.trim().replace(/[.;]{1,9}$/, ""), 100);
}
