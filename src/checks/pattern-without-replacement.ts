import { defineCatalogueCheck } from "./define.ts";

export default defineCatalogueCheck({
  id: "pattern-without-replacement",
  category: "catalogue",
  severity: "error",
  messages: {
    missing: { text: 'Expected **Replaced by** in the deprecated pattern "{title}".', advice: "Link to the pattern that takes its place." },
    unknown: {
      text: 'Unexpected replacement of "{title}": the catalogue has no pattern behind "{found}".',
      advice: "Link to a heading of the catalogue, for example `[Retry](#retry)`.",
    },
    deprecated: {
      text: 'Unexpected replacement of "{title}": "{found}" is deprecated itself.',
      advice: "Name the pattern that is to be used today; replacements must not go in a circle.",
    },
  },
  *inspect({ files }) {
    const patterns = files.flatMap(({ entries }) => entries);
    const bySlug = new Map(patterns.map(({ pattern }) => [pattern.slug, pattern]));
    for (const { pattern, replacement } of patterns) {
      if (pattern.status !== "deprecated") continue;
      const { title, place, replacedBy } = pattern;
      const found = replacedBy === undefined ? undefined : bySlug.get(replacedBy);
      if (replacement === "") yield { message: "missing", place, arguments: { title } };
      else if (!found) yield { message: "unknown", place, arguments: { title, found: replacement } };
      else if (found.status === "deprecated")
        yield { message: "deprecated", place, related: found.place, arguments: { title, found: found.title } };
    }
  },
});
