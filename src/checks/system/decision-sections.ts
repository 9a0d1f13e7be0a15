import { titleKey } from "../../text/names.ts";
import { defineDecisionCheck } from "../define.ts";

export default defineDecisionCheck({
  id: "decision-sections",
  category: "system",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected the section "{section}" with contents in the decision "{title}".',
      advice: "Write it: a record without its question, its options and its answer cannot be reconsidered.",
    },
    untitled: { text: "Expected a title.", advice: "Begin with a heading of the first rank that names problem and solution." },
  },
  *examine({ decisions }, required) {
    for (const { title, sections, problem, place } of decisions) {
      if (problem !== undefined) continue;
      if (title.trim() === "") yield { message: "untitled", place };
      const filled = new Set(sections.map(titleKey));
      for (const section of required)
        if (!filled.has(titleKey(section))) yield { message: "missing", place, arguments: { section, title } };
    }
  },
});
