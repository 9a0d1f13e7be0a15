import { isDay } from "../day.ts";
import { defineCatalogueCheck } from "./define.ts";

/** How long a deprecated pattern stays, so that designs can move on. */
const MONTHS = 6;

export default defineCatalogueCheck({
  id: "pattern-archive-due",
  category: "catalogue",
  severity: "warning",
  messages: {
    due: {
      text: 'Unexpected pattern "{title}": deprecated since {since}, it was to be archived on {due}.',
      advice: "Move it to the archive, or out of the catalogue.",
    },
    undated: {
      text: 'Expected the day since which the pattern "{title}" is deprecated.',
      advice: "Write it behind the status: `**Status**: deprecated since 2026-11-20`.",
    },
  },
  *inspect({ files }, today) {
    for (const { pattern, deprecatedSince: since } of files.flatMap(({ entries }) => entries)) {
      if (pattern.status !== "deprecated") continue;
      const { title, place } = pattern;
      const due = since === undefined ? undefined : later(since);
      if (since === undefined || due === undefined) yield { message: "undated", place, arguments: { title } };
      else if (due <= today) yield { message: "due", place, arguments: { title, since, due } };
    }
  },
});

/** @returns the day some months later, or undefined for a day that does not exist. */
function later(day: string): string | undefined {
  if (!isDay(day)) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + MONTHS);
  return date.toISOString().slice(0, 10);
}
