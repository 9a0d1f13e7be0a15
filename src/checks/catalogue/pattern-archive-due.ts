import { archiveDay } from "../../text/days.ts";
import { defineCatalogueCheck } from "../define.ts";

export default defineCatalogueCheck({
  id: "pattern-archive-due",
  category: "catalogue",
  severity: "warning",
  messages: {
    due: {
      text: 'Unexpected pattern "{title}": deprecated since {since}, it was to be archived on {due}.',
      advice: "Move it to the archive, or out of the catalogue.",
    },
    future: {
      text: 'Unexpected day {since} since which the pattern "{title}" is deprecated: it is still to come.',
      advice: "Write the day of the decision; the six months count from it.",
    },
    undated: {
      text: 'Expected the day since which the pattern "{title}" is deprecated.',
      advice: "Write it behind the status: `**Status**: deprecated since 2026-11-20`.",
    },
  },
  *inspect({ files }, today) {
    for (const { pattern } of files.flatMap(({ entries }) => entries)) {
      if (pattern.status !== "deprecated") continue;
      const { title, place, deprecatedSince: since } = pattern;
      const due = since === undefined ? undefined : archiveDay(since);
      if (since === undefined || due === undefined) yield { message: "undated", place, arguments: { title } };
      else if (since > today) yield { message: "future", place, arguments: { title, since } };
      else if (due <= today) yield { message: "due", place, arguments: { title, since, due } };
    }
  },
});
