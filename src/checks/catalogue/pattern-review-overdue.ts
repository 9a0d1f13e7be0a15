import { isDay } from "../../text/days.ts";
import { defineCatalogueCheck } from "../define.ts";

/** A quarter, and a week to get to it. */
const DAYS = 99;
const DAY_MS = 86_400_000;

export default defineCatalogueCheck({
  id: "pattern-review-overdue",
  category: "catalogue",
  severity: "warning",
  messages: {
    overdue: {
      text: "Expected a review of this file of patterns: the last one was on {last}, {days} days ago.",
      advice: "Read it, mend what has changed, and set last_updated; a review is due each quarter.",
    },
  },
  *inspect({ files }, today) {
    for (const { file, frontMatter } of files) {
      const last = String(frontMatter.last_updated ?? "");
      if (!isDay(last)) continue;
      const days = Math.floor((Date.parse(today) - Date.parse(last)) / DAY_MS);
      if (days > DAYS) yield { message: "overdue", place: { file, line: 1, column: 1 }, arguments: { last, days } };
    }
  },
});
