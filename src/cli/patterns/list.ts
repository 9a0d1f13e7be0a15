import type { Pattern } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { Io, WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";
import { ROOT } from "./options.ts";

export interface Printing extends WorkspaceOptions {
  json?: boolean;
}

export const JSON_OPTION = ["--json", "as data for scripts"] as const;

interface Listing extends Printing {
  category?: string;
  tag?: string;
}

/** Adds `patterns list`. */
export function addList(...[command, io, done]: Parameters<CommandModule["configure"]>): void {
  command
    .command("list")
    .description("list the patterns by category: the project's own, and the shipped ones that it does not replace")
    .option("--category <category>", "those of a category")
    .option("--tag <tag>", "those with a tag, of a category, or with a migration date")
    .option(...JSON_OPTION)
    .option(...ROOT)
    .action((options: Listing) => {
      const { patterns } = open(options, io).context;
      const wanted = patterns.filter((pattern) => isWanted(pattern, options));
      const sorted = wanted.toSorted((a, b) => (a.category < b.category ? -1 : Number(a.category > b.category)));
      if (sorted.length === 0 && !options.json) io.out(`${noneOf(patterns, options)}\n`);
      else printPatterns(sorted, options, io);
      done(sorted.length === 0 ? 1 : 0);
    });
}

/** Prints patterns a line each, or as data. */
export function printPatterns(patterns: readonly Pattern[], { json }: Printing, io: Io): void {
  if (json) io.out(`${JSON.stringify({ version: 1, patterns: patterns.map(({ text: _, ...pattern }) => pattern) }, null, 2)}\n`);
  const width = Math.max(...patterns.map(({ slug }) => slug.length));
  for (const { slug, category, status, fits } of json ? [] : patterns) {
    // What stands in braces is the template's.
    const told = /^\{[^{}]*\}$/.test(fits) ? io.style.dim("not written yet") : fits;
    io.out(`${category.padEnd(14)} ${slug.padEnd(width)}  ${status === "deprecated" ? io.style.yellow("deprecated ") : ""}${told}\n`);
  }
}

function isWanted(pattern: Pattern, { category, tag }: Listing): boolean {
  const bears = tag === undefined || pattern.migrationDate === tag || tagsOf(pattern).includes(tag.toLowerCase());
  return bears && (category === undefined || pattern.category.toLowerCase() === category.toLowerCase());
}

/** In small letters; every pattern bears its category. */
function tagsOf({ tags, category }: Pattern): string[] {
  return [category, ...tags].map((tag) => tag.toLowerCase());
}

function noneOf(patterns: readonly Pattern[], { category, tag }: Listing): string {
  const named = (names: readonly string[]) => [...new Set(names)].toSorted().join(", ");
  const categories = patterns.map((pattern) => pattern.category);
  if (category !== undefined && !categories.some((one) => one.toLowerCase() === category.toLowerCase()))
    return `No pattern is of the category "${category}". Categories: ${named(categories)}.`;
  const of = category === undefined ? "" : ` of the category "${category}"`;
  return `No pattern${of} has the tag or the migration date "${tag}". Tags: ${named(patterns.flatMap(tagsOf))}.`;
}
