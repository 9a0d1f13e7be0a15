import { shorten } from "../../text/shorten.ts";
import { defineCheck } from "../define.ts";

const SETTLE =
  'Give it a heading that groundplan knows, such as "Functional Requirements"; or map "{title}" under "headings" in the configuration; or write <!-- groundplan-reads: functional --> above the heading, or context where it states nothing.';

export default defineCheck({
  id: "unread-statement",
  category: "completeness",
  severity: "error",
  messages: {
    section: {
      text: 'Unexpected section "{title}": {blocks} of its items look like requirements and were not understood, the first being "{text}".',
      advice: SETTLE,
    },
    block: {
      text: 'Unexpected text below "{title}": it looks like a requirement and was not understood: "{text}".',
      advice: SETTLE,
      severity: "warning",
    },
    clash: {
      text: "Unexpected second requirement {id}: another one with other words bears this id.",
      advice: "Give one of the two another id, so that the design can say which of them it answers.",
      severity: "warning",
    },
  },
  *run({ reading }) {
    if (!reading) return;
    for (const { title, whole, blocks, text, place } of reading.unread)
      yield whole
        ? { message: "section", place, arguments: { title, blocks, text: shorten(text) } }
        : { message: "block", place, arguments: { title, text: shorten(text) } };
    for (const { id, first, second } of reading.clashes) yield { message: "clash", place: second, arguments: { id }, related: first };
  },
});
