import { PERFORMANCE, QUICK_LINKS, ROUTES, type Route } from "../../context/patterns/routes.ts";
import type { Catalogue, PatternFile } from "../../context/types.ts";
import { keep, keptParts } from "../../system/page/kept.ts";
import { statistics } from "./statistics.ts";
import type { Listed } from "./types.ts";
import { OWN_WORDS } from "./words.ts";

/** By this sentence a page that was written here is known from one that people wrote. */
const SIGN = "Written by `groundplan patterns index`";

/**
 * The page that lists a catalogue: what it is for, every pattern by category, the ways in, how it is kept, its figures. What
 * stands between the keep marks of the present page stays; a page that people wrote is kept as a whole, above what is listed.
 */
export function catalogueIndex({ files, index }: Catalogue): string {
  const listed = listEntries(files);
  const categories = [...new Set(listed.map(({ category }) => category))].sort();
  const { title, own, kept } = readPresent(index);
  const asked = new Set<string>();
  const part = (name: string, text: string) => {
    asked.add(name);
    return keep(name, kept.get(name) ?? `\n\n${text}\n\n`);
  };
  const parts = [
    `# ${title}`,
    `The catalogue that designs link to. ${SIGN}: edit the patterns, and here what stands between keep marks.`,
    ...own,
    `## Purpose\n\n${part("purpose", OWN_WORDS.purpose)}`,
    `## Technical Patterns and System Architecture\n\n${part("distinction", OWN_WORDS.distinction)}`,
    `## Categories\n\n${categories.map((category) => `- [${category}](#${category}): ${aboutOf(category, listed)}`).join("\n")}${performanceLine(listed)}`,
    ...categories.map((category) => tableOf(category, listed)),
    `## Quick Links\n\n${routeLines(QUICK_LINKS, listed)}`,
    `## For Engineers\n\n${part("for-engineers", OWN_WORDS.forEngineers)}\n\n${routeLines(ROUTES, listed)}`,
    `## When to Write a Pattern\n\n${part("when-to-write", OWN_WORDS.whenToWrite)}`,
    `## Contributing\n\n${part("contributing", OWN_WORDS.contributing)}`,
    `## Evolution\n\n${part("evolution", OWN_WORDS.evolution)}`,
    `## Maintenance\n\n${part("maintenance", OWN_WORDS.maintenance(ownersOf(listed)))}`,
    `## Related Sections\n\n${part("related-sections", OWN_WORDS.related)}`,
    `## Statistics\n\n${statistics(files, listed, categories.length)}`,
  ];
  const left = [...kept].filter(([name]) => !asked.has(name) && name !== "own").map(([name, text]) => keep(name, text));
  return `${[...parts, ...(left.length > 0 ? ["## Other Notes", ...left] : [])].join("\n\n")}\n`;
}

function listEntries(files: readonly PatternFile[]): Listed[] {
  return files.flatMap((file) => file.entries.map((entry) => ({ ...entry, file, category: entry.pattern.category || "general" })));
}

/** The title, what people wrote before groundplan did, and the kept parts of the present page. */
function readPresent(index: Catalogue["index"]): { title: string; own: string[]; kept: ReadonlyMap<string, string> } {
  if (!index) return { title: "Patterns", own: [], kept: new Map() };
  const { text, body } = index;
  const title = index.title || "Patterns";
  if (text.includes(SIGN)) {
    const kept = keptParts(text, index.file);
    const own = kept.get("own");
    return { title, own: own === undefined ? [] : [keep("own", own)], kept };
  }
  return { title, own: body === "" ? [] : [keep("own", `\n\n${body}\n\n`)], kept: new Map() };
}

function tableOf(category: string, listed: readonly Listed[]): string {
  const rows = listed
    .filter((entry) => entry.category === category)
    .map(({ pattern, file }) => {
      const fits = pattern.status === "deprecated" ? `deprecated; ${pattern.fits}` : pattern.fits;
      return `| [${pattern.title}](${addressOf(pattern.slug, file)}) | ${fits.replace(/\|/g, "\\|")} |`;
    });
  return `## ${category}\n\n| Pattern | Fits |\n| --- | --- |\n${rows.join("\n")}`;
}

/** What the file of the category says of itself; its sentence on the form of the entries is the same in each. */
function aboutOf(category: string, listed: readonly Listed[]): string {
  const about = listed.find((entry) => entry.category === category && entry.file.about !== "")?.file.about ?? "";
  const own = about.replace(/ Each entry says when it fits[^.]{0,200}\./, "").replace(/\s+/g, " ");
  return own || OWN_WORDS.categories[category] || "patterns of the team's own domain.";
}

/** Each route with its patterns; what the catalogue does not have is left out, and a route without any with it. */
function routeLines(routes: readonly Route[], listed: readonly Listed[]): string {
  const lines = routes.flatMap(({ task, slugs }) => {
    const links = linksTo(slugs, listed);
    return links.length > 0 ? [`- ${task}: ${links.join(", ")}`] : [];
  });
  return lines.length > 0 ? lines.join("\n") : "The patterns of this catalogue are few: the tables above show them all.";
}

function performanceLine(listed: readonly Listed[]): string {
  const links = linksTo(PERFORMANCE, listed);
  const isOwn = listed.some(({ category }) => category === "performance");
  return isOwn || links.length === 0 ? "" : `\n- performance: what makes a service fast stands where it is built: ${links.join(", ")}.`;
}

function linksTo(slugs: readonly string[], listed: readonly Listed[]): string[] {
  return slugs.flatMap((slug) => {
    const found = listed.find(({ pattern }) => pattern.slug === slug && pattern.status === "current");
    return found ? [`[${found.pattern.title}](${addressOf(slug, found.file)})`] : [];
  });
}

function ownersOf(listed: readonly Listed[]): string {
  const owners = listed.map(({ file }) => String(file.frontMatter.owner ?? "")).filter(Boolean);
  return [...new Set(owners)].sort().join(", ");
}

function addressOf(slug: string, { file }: PatternFile): string {
  return `${file.slice(file.lastIndexOf("/") + 1)}#${slug}`;
}
