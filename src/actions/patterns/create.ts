import { loadContext } from "../../context/load.ts";
import { documentFromEntry, newDocument } from "../../context/patterns/document-text.ts";
import { appendEntry, entryText, newEntry, withoutMarks } from "../../context/patterns/edit.ts";
import { PATTERN_CATEGORIES } from "../../context/patterns/metadata.ts";
import { parsePatterns } from "../../context/patterns/read.ts";
import { shippedPatterns } from "../../feature/catalogue-files.ts";
import { readText } from "../../feature/read-file.ts";
import type { Workspace } from "../../feature/workspace.ts";
import { setFrontMatter } from "../../feature/writing/edit.ts";
import { writeText } from "../../feature/writing/write-document.ts";
import { KnownError } from "../../findings/errors.ts";
import { readMarkdown } from "../../markdown/index.ts";
import { closest, nameKey } from "../../text/names.ts";
import { ownedPatterns } from "./owned.ts";

/** What a pattern is begun with. */
export interface NewPattern {
  title: string;
  /** Absent: that of the shipped entry of this name. */
  category?: string;
  /** An entry in the file of its category, where nothing is said, or a document of its own. */
  form?: "entry" | "document";
  /** Of a file that has to be created. */
  owner: string;
  /** The day, as YYYY-MM-DD. */
  today: string;
}

/**
 * Begins a pattern in the project's own catalogue: from the shipped entry of that name, to be adapted, or from the template.
 * An entry is put at the end of the file of its category, which is created where it is missing; a document has a file of its own.
 *
 * @returns the file that was written, and whether it took over a shipped entry
 * @throws KnownError (`target`) where the catalogue has the pattern already, or the category is none
 */
export function createPattern(workspace: Workspace, asked: NewPattern): { file: string; adapted: boolean } {
  const { title, category } = asked;
  const own = ownedPatterns(workspace).find(({ pattern }) => nameKey(pattern.title) === nameKey(title));
  if (own)
    throw new KnownError(
      "target",
      `the pattern "${title}" is there already, in ${own.pattern.place.file}`,
      "Edit it there; nothing was written.",
    );
  const shipped = shippedPatterns(workspace).flatMap(({ file, text }) =>
    parsePatterns(text, file)
      .filter((pattern) => nameKey(pattern.title) === nameKey(title))
      .map((pattern) => ({ pattern, entry: withoutMarks(entryText(text, pattern.slug) ?? "") })),
  )[0];
  const chosen = categoryOf(category ?? shipped?.pattern.category ?? "");
  const write = asked.form === "document" ? writeDocument : writeEntry;
  return { file: write(workspace, asked, chosen, shipped?.entry), adapted: shipped !== undefined };
}

function writeEntry(workspace: Workspace, { title, owner, today }: NewPattern, category: string, shipped?: string): string {
  const entry = shipped ?? newEntry(loadContext(workspace.root, workspace.config).pages.pattern.text, title.trim());
  const file = `${workspace.config.patterns}/${category}-patterns.md`;
  const present = readText(workspace, file);
  const head = `# ${capital(category)} Patterns\n`;
  const values = { title: `${capital(category)} patterns`, category, status: "current", last_updated: today, owner };
  const before = present && !present.trouble ? present.text : setFrontMatter(readMarkdown(head), values);
  writeText(workspace, file, appendEntry(before, entry), present?.revision ?? null);
  return file;
}

function writeDocument(workspace: Workspace, { title, owner, today }: NewPattern, category: string, shipped?: string): string {
  const template = loadContext(workspace.root, workspace.config).pages["pattern-document"].text;
  const text = shipped ? documentFromEntry(shipped) : newDocument(template, title.trim());
  const file = `${workspace.config.patterns}/${fileName(title)}.md`;
  const values = { tags: ["technical", category], status: "current", last_updated: today, owner, category };
  writeText(workspace, file, setFrontMatter(readMarkdown(text), values), readText(workspace, file)?.revision ?? null);
  return file;
}

/** @throws KnownError (`target`) for a title of which no file can be named */
function fileName(title: string): string {
  const name = title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  if (name === "" || name === "readme") throw new KnownError("target", `unexpected title "${title}"`, "Give it a name with letters in it.");
  return name;
}

function categoryOf(name: string): string {
  if ((PATTERN_CATEGORIES as readonly string[]).includes(name)) return name;
  const suggestion = closest(name, PATTERN_CATEGORIES);
  throw new KnownError(
    "target",
    name === "" ? "a new pattern needs a category" : `no category "${name}"`,
    `${suggestion ? `Did you mean ${suggestion}? ` : ""}Name one with --category: ${PATTERN_CATEGORIES.join(", ")}.`,
  );
}

function capital(word: string): string {
  return word === "api" ? "API" : word.charAt(0).toUpperCase() + word.slice(1);
}
