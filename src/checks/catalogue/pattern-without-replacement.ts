import { isPatternNamed } from "../../context/patterns/document.ts";
import type { Pattern, PatternEntry } from "../../context/types.ts";
import { fileName } from "../../text/shorten.ts";
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
    dead: {
      text: 'Unexpected link of the replacement of "{title}": {url} does not lead to "{found}".',
      advice: 'Link to where it is; a shipped pattern is taken over first: `groundplan patterns new "{found}"`.',
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
    const own = patterns.map(({ pattern }) => pattern);
    const all = [...own, ...others];
    const named = (name: string | undefined) => (name === undefined ? undefined : all.find((pattern) => isPatternNamed(pattern, name)));
    for (const entry of patterns) {
      const { pattern, replacement, replacementUrl = "", migration } = entry;
      if (pattern.status !== "deprecated") continue;
      const { title, place, replacedBy } = pattern;
      const found = named(replacedBy);
      const circle = circleFrom(pattern, named);
      if (replacement === "") yield { message: "missing", place, arguments: { title } };
      else if (!found) yield { message: "unknown", place, arguments: { title, found: replacement } };
      else if (circle) yield { message: "circle", place, related: found.place, arguments: { circle: circle.join(", ") } };
      else if (found.status === "deprecated")
        yield { message: "deprecated", place, related: found.place, arguments: { title, found: found.title } };
      else if (!leadsTo(entry, found, own.includes(found)))
        yield { message: "dead", place, arguments: { title, url: replacementUrl, found: found.title } };
      if (migration === "") yield { message: "unexplained", place, arguments: { title } };
    }
  },
});

/** @returns the titles on the way from a pattern over its replacements back to itself, where the way leads there */
function circleFrom(pattern: Pattern, named: (name: string | undefined) => Pattern | undefined): string[] | undefined {
  const way: Pattern[] = [];
  for (let next: Pattern | undefined = pattern; next && !way.includes(next); next = named(next.replacedBy)) {
    way.push(next);
    if (next.replacedBy !== undefined && isPatternNamed(pattern, next.replacedBy)) return [...way, pattern].map(({ title }) => title);
  }
  return undefined;
}

/** A name in the front matter leads nowhere by itself; a link has to lead to the file that the replacement stands in. */
function leadsTo({ pattern, replacementUrl }: PatternEntry, found: Pattern, isOwn: boolean): boolean {
  if (replacementUrl === undefined || !/[#/]|\.md$/.test(replacementUrl)) return true;
  const [path = ""] = replacementUrl.split("#");
  return fileName(path || pattern.place.file) === fileName(found.place.file) && isOwn;
}
