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
  *examine({ decisions }, forms) {
    for (const { title, sections, problem, place } of decisions) {
      if (problem !== undefined) continue;
      if (title.trim() === "") yield { message: "untitled", place };
      const filled = new Set(sections.map(titleKey));
      for (const section of fewestMissing(filled, forms)) yield { message: "missing", place, arguments: { section, title } };
    }
  },
});

/** Of the forms that are in use a record has the one that it comes nearest to. */
function fewestMissing(filled: ReadonlySet<string>, forms: readonly (readonly string[])[]): readonly string[] {
  const missing = forms.map((form) => form.filter((section) => !filled.has(titleKey(section))));
  return missing.reduce((fewest, one) => (one.length < fewest.length ? one : fewest), missing[0] ?? []);
}
