import { hasWord } from "../../text/names.ts";
import { cell } from "../documents/items.ts";
import type { Case, Model, NameKind } from "../types.ts";
import type { CodeIndex } from "./code-index.ts";
import { productsIn } from "./products.ts";
import type { Claiming } from "./sentences.ts";
import type { CodeConflict } from "./types.ts";

/** @returns the products that a sentence says are in use, and the code does not have */
export function productConflicts({ text, place }: Claiming, { survey, isWhole }: CodeIndex): CodeConflict[] {
  if (survey.dependencies.length === 0) return [];
  return productsIn(survey)(text).flatMap(({ name, found, server }) =>
    found ? [] : [{ what: "product", said: name, has: "", certain: isWhole && !server, names: [name], place }],
  );
}

/** @returns the versions of the research report's stack that are not those that the code has fixed */
export function versionConflicts({ research, documents }: Model, { survey }: CodeIndex): CodeConflict[] {
  const report = documents.research;
  if (!report) return [];
  return research.stack.flatMap((row) => {
    const named = cell(row, "Technology")?.text ?? "";
    const versions = cell(row, "Version")?.text;
    const [own, second] = survey.dependencies.filter(({ name }) => nameIn(named, name));
    const version = versions ?? behind(named, own?.name ?? "");
    const wanted = /^\W{0,3}v?(\d{1,4}(?:\.\d{1,4}){0,3})(?![\w.]|\s?(?:\+|or (?:later|higher|newer)))/.exec(version)?.[1];
    if (!own || (second && second.name !== own.name && versions !== undefined) || wanted === undefined) return [];
    const has = (own?.locked ?? own?.version ?? "").replace(/^[\^~v=\s]{1,3}/, "");
    if (!/^\d/.test(has) || isSame(wanted, has)) return [];
    return [
      {
        what: "version",
        said: `${own.name} ${wanted}`,
        has: `${own.name} ${has}`,
        certain: own.locked !== undefined || own.ecosystem === "go",
        names: [own.name, wanted],
        place: row.place,
        code: { file: own.file, line: own.line },
      },
    ];
  });
}

/** The last part of a package's name, as a word; `@acme/test` is no "test". */
function wordOf(name: string): string {
  return name.startsWith("@") ? name : (name.split(/[/:]/).findLast((part) => !/^v\d{1,2}$/.test(part)) ?? name);
}

function nameIn(text: string, name: string): boolean {
  const word = wordOf(name);
  return word.length > 2 && hasWord(text.toLowerCase(), word.toLowerCase());
}

function behind(text: string, name: string): string {
  const word = wordOf(name).toLowerCase();
  const at = text.toLowerCase().indexOf(word);
  return at === -1 ? "" : text.slice(at + word.length);
}

/** What changes what can be built on: the first part of a version, and of 0.x the second one. */
function isSame(said: string, has: string): boolean {
  const parts = has.split(/[.+-]/);
  const count = Number(parts[0]) === 0 ? 2 : 1;
  return said
    .split(".")
    .slice(0, count)
    .every((part, at) => parts[at] === undefined || Number(part) === Number(parts[at]));
}

const MEASURED: Partial<Record<NameKind, string>> = {
  structure: "type",
  table: "table",
  column: "column",
  path: "route segment",
  command: "command",
  option: "flag",
};
const STYLES: Readonly<Record<string, Case>> = { UPPER_SNAKE: "UPPER_SNAKE_CASE" };
/** Of fewer names, none is a convention. */
const LEAST = 10;
const MOST_OF = 0.9;

/** @returns the conventions that the research report states, and that nine of ten names of the code break */
export function conventionConflicts({ research, documents }: Model, { survey }: CodeIndex): CodeConflict[] {
  return research.naming.flatMap((stated) => {
    const measured = survey.naming.find(({ kind }) => kind === MEASURED[stated.kind]);
    if (!measured || measured.all < LEAST || measured.count < measured.all * MOST_OF) return [];
    const has = STYLES[measured.style] ?? measured.style;
    const line = documents.research?.markdown.text.split("\n")[stated.place.line - 1] ?? "";
    // What a template says in braces nobody has stated, and files of commands are no commands.
    if (has === stated.case || line.includes("{") || OF_OTHERS.test(line)) return [];
    return [
      {
        what: "convention",
        said: `${stated.kind}s in ${stated.case}`,
        has: `${has} in ${measured.count} of ${measured.all} ${measured.kind}s`,
        certain: true,
        names: [stated.case],
        place: stated.place,
      },
    ];
  });
}

const OF_OTHERS = /\b(?:files?|variables?|handlers?|packages?|modules?|tests?|folders?|indexes|constraints?)\b/i;

const EMPTY =
  /\b(?:greenfield|no existing code(?:base)?|no code(?:base)? (?:exists|yet)|codebase (?:is empty|does not exist)|existing code(?:base)?\W{1,6}none)\b/i;

/** @returns the place at which the research report says that there is no code */
export function emptinessConflicts({ documents }: Model, { survey }: CodeIndex): CodeConflict[] {
  const report = documents.research;
  const found = report && EMPTY.exec(report.markdown.prose);
  const counts = [
    [survey.routes.length, "routes"],
    [survey.commands.length, "commands"],
    [survey.tables.length, "tables"],
    [survey.types.length, "types"],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, of]) => `${count} ${of}`);
  if (!found || told.length === 0) return [];
  const [first] = [...survey.commands, ...survey.routes, ...survey.tables, ...survey.types];
  return [
    {
      what: "state",
      said: found[0],
      has: told.join(", "),
      certain: true,
      names: [found[0]],
      place: report.place(report.markdown.lines.span(found.index, found.index + found[0].length)),
      ...(first && { code: { file: first.file, line: first.line } }),
    },
  ];
}
