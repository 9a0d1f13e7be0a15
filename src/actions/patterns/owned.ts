import { isPatternDocument } from "../../context/patterns/document.ts";
import { parsePatterns } from "../../context/patterns/read.ts";
import type { Pattern } from "../../context/types.ts";
import { ownPatternFiles, shippedPatterns, unknownPattern } from "../../feature/catalogue-files.ts";
import type { Workspace } from "../../feature/workspace.ts";
import { setFrontMatter, withMark } from "../../feature/writing/edit.ts";
import { writeText } from "../../feature/writing/write-document.ts";
import { KnownError } from "../../findings/errors.ts";
import { readMarkdown } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";

/** A pattern of the project's own, with the file that it stands in. */
export interface Owned {
  pattern: Pattern;
  text: string;
  revision: string;
}

/** @returns the patterns of the project's own, with the files that they stand in. */
export function ownedPatterns(workspace: Workspace): Owned[] {
  return ownPatternFiles(workspace).flatMap(({ file, text, revision }) =>
    parsePatterns(text, file).map((pattern) => ({ pattern, text, revision })),
  );
}

/** @returns the project's own patterns, then the shipped ones. */
export function allPatterns(workspace: Workspace): Pattern[] {
  const shipped = shippedPatterns(workspace).flatMap(({ file, text }) => parsePatterns(text, file));
  return [...ownedPatterns(workspace).map(({ pattern }) => pattern), ...shipped];
}

/**
 * @param name slug or title
 * @throws KnownError (`target`) for a name that none of the project's own patterns bears
 */
export function findOwned(workspace: Workspace, name: string): Owned {
  const owned = ownedPatterns(workspace);
  const found = owned.find(({ pattern }) => isCalled(pattern, name));
  if (found) return found;
  const shipped = allPatterns(workspace).find((pattern) => isCalled(pattern, name));
  if (shipped)
    throw new KnownError(
      "target",
      `"${shipped.title}" is a shipped pattern, and not one of this project`,
      `Take it over first: groundplan patterns new "${shipped.title}".`,
    );
  throw unknownPattern(
    name,
    owned.map(({ pattern }) => pattern.slug),
  );
}

/** @returns whether a pattern has a slug or a title. */
export function isCalled({ slug, title }: Pattern, name: string): boolean {
  return slug === name || nameKey(title) === nameKey(name);
}

/** What a change leaves in the front matter of the file. */
export interface Change {
  /** The day, as YYYY-MM-DD. */
  today: string;
  /** What was changed and why, in a line; absent where nothing was. */
  why?: string | undefined;
}

/**
 * Writes a file of patterns with the day of the change, its reason, and the status that follows from its patterns: that of a
 * category is deprecated when all of its entries are.
 */
export function writeChanged(workspace: Workspace, file: string, text: string, revision: string, { today, why }: Change): void {
  const document = readMarkdown(text);
  const patterns = parsePatterns(text, file);
  const isOver = patterns.length > 0 && patterns.every(({ status }) => status === "deprecated");
  const values: Record<string, string> = { last_updated: today };
  if (!isPatternDocument(document)) values.status = isOver ? "deprecated" : "current";
  if (why !== undefined) values.last_change = why;
  writeText(workspace, file, withMark(document, setFrontMatter(document, values)), revision);
}

/**
 * @returns a text of one line
 * @throws KnownError (`target`) for an empty one, or one with several lines
 */
export function oneLine(text: string, what: string): string {
  if (text.trim() === "" || /[\r\n]/.test(text)) throw new KnownError("target", `unexpected ${what}`, `Say in one line ${SAID[what]}.`);
  return text.trim();
}

const SAID: Readonly<Record<string, string>> = {
  note: "what changes and why, or how a design that applies the pattern comes to its replacement",
  migration: "how code and designs that follow the former approach come to the new one",
};

/** @returns the name of a file without its folders */
export function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
