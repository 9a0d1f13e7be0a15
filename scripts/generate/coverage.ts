import { type Existing, parseTarget, readExisting } from "../eval-coverage/existing.ts";
import { SOURCES } from "../eval-coverage/items/index.ts";
import type { Item, Source, Target } from "../eval-coverage/types.ts";

/** The page that shows, for everything that the workflow's material asks for, what serves it. */
export async function coveragePage(): Promise<string> {
  const existing = await readExisting();
  const parts = SOURCES.map((source) => sourcePart(source, existing));
  const count = SOURCES.flatMap(({ subjects }) => subjects.flatMap(({ items }) => items)).length;
  return `# Coverage

groundplan implements a workflow of which five documents exist: the workflow itself, two descriptions of pattern catalogues, an outline for the overview of a system, and a collection of architecture patterns. This page names the ${count} items that they ask for, and beside each one what serves it. \`npm run eval:coverage\` fails where something that is named here does not exist, or no longer has the words that stand behind its colon.

${parts.join("\n\n")}
`;
}

function sourcePart({ title, about, subjects }: Source, existing: Existing): string {
  const rows = subjects.flatMap((subject) =>
    subject.items.map(
      ([name, ...by]: Item) => `| ${subject.title} | ${name} | ${by.map((target) => linked(target, existing)).join("; ")} |`,
    ),
  );
  return `## ${title}\n\nThis document gives ${about}.\n\n| Subject | Item | Served by |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

function linked(target: Target, existing: Existing): string {
  if (!existing.has(target)) return `missing: ${target}`;
  const { kind, name, words } = parseTarget(target);
  const text = `${kind} ${name}`.replaceAll(" > ", ", ").replaceAll(/[{}]/g, "");
  const page = existing.pageOf(target);
  const said = words.length > 0 ? `: ${words.join("; ").replaceAll("|", "\\|")}` : "";
  return `${page === undefined ? text : `[${text}](${page})`}${said}`;
}
