import { isDealtWith } from "../../model/departures/dealt-with.ts";
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
    undecided: {
      text: 'Open: "{question}", and {lacking}.',
      advice: "Name the person or team that decides it, and what the design builds on until then.",
    },
    unasked: {
      text: 'Expected an answer to the open question of the PRD "{question}", or the question itself under Open Questions.',
      advice: "Decide it in the design; or list it under Open Questions with who decides it and what is assumed until then.",
    },
  },
  *run(model) {
    for (const { question, decider, assumption, shaped, place } of model.undecided) {
      const asked = said(question);
      // Of an empty cell in the template's table, empty-section tells.
      if (shaped && (decider === "" || assumption === "")) continue;
      const lacking = [
        ...(decider === "" || NOBODY.test(decider) ? ["nobody decides it"] : []),
        ...(assumption === "" ? ["nothing is assumed until then"] : []),
      ];
      if (lacking.length > 0) yield { message: "undecided", place, arguments: { question: asked, lacking: lacking.join(", ") } };
      else yield { message: "open", place, arguments: { question: asked, decider: said(decider), assumption: said(assumption) } };
    }
    const deals = isDealtWith(model);
    for (const { text, place } of deals ? model.openQuestions : [])
      if (!deals?.(text)) yield { message: "unasked", place, arguments: { question: said(text) } };
  },
});

const NOBODY = /^(?:tb[acd]|to be (?:decided|defined|determined|named)|open|unknown|nobody|unclear|todo)\W{0,9}$/i;

/** What a sentence says, without its full stop. */
function said(text: string): string {
  return shorten(text.trim().replace(/[.;]{1,9}$/, ""), 100);
}
