import type { Pattern } from "../../context/types.ts";
import { defineCatalogueCheck } from "../define.ts";

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
    circle: {
      text: "Unexpected circle of replacements: {circle}.",
      advice: "Name the pattern that is to be used today, which is replaced by none.",
    },
    unexplained: {
      text: 'Expected **Migration** in the deprecated pattern "{title}".',
      advice: "Say in a sentence how a design that applies it comes to its replacement.",
    },
    deprecated: {
      text: 'Unexpected replacement of "{title}": "{found}" is deprecated itself.',
      advice: "Name the pattern that is to be used today; replacements must not go in a circle.",
    },
  },
  *inspect({ files, others }) {
    const patterns = files.flatMap(({ entries }) => entries);
    const bySlug = new Map([...others, ...patterns.map(({ pattern }) => pattern)].map((pattern) => [pattern.slug, pattern]));
    for (const { pattern, replacement, migration } of patterns) {
      if (pattern.status !== "deprecated") continue;
      const { title, place, replacedBy } = pattern;
      const found = replacedBy === undefined ? undefined : bySlug.get(replacedBy);
      const circle = circleFrom(pattern, bySlug);
      if (replacement === "") yield { message: "missing", place, arguments: { title } };
      else if (!found) yield { message: "unknown", place, arguments: { title, found: replacement } };
      else if (circle) yield { message: "circle", place, related: found.place, arguments: { circle: circle.join(", ") } };
      else if (found.status === "deprecated")
        yield { message: "deprecated", place, related: found.place, arguments: { title, found: found.title } };
      if (migration === "") yield { message: "unexplained", place, arguments: { title } };
    }
  },
});

/** @returns the titles on the way from a pattern over its replacements back to itself, where the way leads there */
function circleFrom(pattern: Pattern, bySlug: ReadonlyMap<string, Pattern>): string[] | undefined {
  const way: Pattern[] = [];
  for (let next: Pattern | undefined = pattern; next && !way.includes(next); next = bySlug.get(next.replacedBy ?? "")) {
    way.push(next);
    if (next.replacedBy === pattern.slug) return [...way, pattern].map(({ title }) => title);
  }
  return undefined;
}
