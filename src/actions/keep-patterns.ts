import { addFields, appendEntry, entryText, newEntry, removeEntry } from "../context/edit-patterns.ts";
import { loadContext } from "../context/load.ts";
import { PATTERN_CATEGORIES } from "../context/pattern-metadata.ts";
import { parsePatterns } from "../context/patterns.ts";
import type { Pattern } from "../context/types.ts";
import { ownPatternFiles, shippedPatterns, unknownPattern } from "../feature/catalogue-files.ts";
import { setFrontMatter, withMark } from "../feature/edit.ts";
import { readText } from "../feature/read-file.ts";
import type { Workspace } from "../feature/workspace.ts";
import { writeText } from "../feature/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import { readMarkdown } from "../markdown/index.ts";
import { archiveDay } from "../text/days.ts";
import { closest, nameKey } from "../text/names.ts";

/** What a pattern is begun with. */
export interface NewPattern {
  title: string;
  /** Absent: that of the shipped entry of this name. */
  category?: string;
  /** Of a file that has to be created. */
  owner: string;
  /** The day, as YYYY-MM-DD. */
  today: string;
}

/** A pattern of the project's own, with the file that it stands in. */
interface Owned {
  pattern: Pattern;
  text: string;
  revision: string;
}

/**
 * Begins a pattern in the project's own catalogue: from the shipped entry of that name, to be adapted, or from the
 * template. The file of its category is created, or the entry is put at its end.
 *
 * @returns the file that was written, and whether it took over a shipped entry
 * @throws KnownError (`target`) where the catalogue has the pattern already, or the category is none
 */
export function createPattern(workspace: Workspace, { title, category, owner, today }: NewPattern): { file: string; adapted: boolean } {
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
      .map((pattern) => ({ pattern, entry: entryText(text, pattern.slug) })),
  )[0];
  const chosen = categoryOf(category ?? shipped?.pattern.category ?? "");
  const entry = shipped?.entry ?? newEntry(loadContext(workspace.root, workspace.config).pages.pattern.text, title.trim());
  const file = `${workspace.config.patterns}/${chosen}-patterns.md`;
  const present = readText(workspace, file);
  const head = `# ${capital(chosen)} Patterns\n`;
  const values = { title: `${capital(chosen)} patterns`, category: chosen, status: "current", last_updated: today, owner };
  const before = present && !present.trouble ? present.text : setFrontMatter(readMarkdown(head), values);
  writeText(workspace, file, appendEntry(before, entry), present?.revision ?? null);
  return { file, adapted: shipped !== undefined };
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

/**
 * Marks a pattern of the project's own as deprecated, with what replaces it and how designs come to it.
 *
 * @returns the file that was written
 * @throws KnownError (`target`) for a pattern or replacement that is not there, and for one that is deprecated already
 */
export function deprecatePattern(
  workspace: Workspace,
  { name, replacedBy, note, today }: { name: string; replacedBy: string; note: string; today: string },
): string {
  const { pattern, text, revision } = findOwned(workspace, name);
  const { slug, title, place } = pattern;
  if (pattern.status === "deprecated")
    throw new KnownError("target", `"${title}" is deprecated already`, "Edit its entry; nothing was written.");
  if (note.trim() === "" || /[\r\n]/.test(note))
    throw new KnownError("target", "unexpected note", "Say in one line how a design that applies the pattern comes to its replacement.");
  const all = allPatterns(workspace);
  const replacement = all.find((other) => other.slug === replacedBy || nameKey(other.title) === nameKey(replacedBy));
  if (!replacement)
    throw unknownPattern(
      replacedBy,
      all.map((other) => other.slug),
    );
  if (replacement.slug === slug || replacement.status === "deprecated")
    throw new KnownError(
      "target",
      `unexpected replacement "${replacement.title}" of "${title}"`,
      "Name a pattern that is current, and another one.",
    );
  const path = replacement.place.file === place.file ? "" : nameOf(replacement.place.file);
  const fields = {
    Status: `deprecated since ${today}`,
    "Replaced by": `[${replacement.title}](${path}#${replacement.slug})`,
    Migration: note.trim(),
  };
  writeText(workspace, place.file, addFields(text, slug, fields), revision);
  return place.file;
}

/**
 * Stamps the day of a review on a file of patterns.
 *
 * @param name of a file, a category, or a pattern in it
 * @returns the file that was written
 * @throws KnownError (`target`) for a name that is none of these
 */
export function reviewPatterns(workspace: Workspace, name: string, today: string): string {
  const files = ownPatternFiles(workspace);
  const byFile = files.find(({ file }) => [file, nameOf(file), nameOf(file).replace(/(?:-patterns)?\.md$/, "")].includes(name));
  const file = byFile?.file ?? findOwned(workspace, name).pattern.place.file;
  const read = readText(workspace, file);
  if (!read || read.trouble) throw new KnownError("target", `${file} cannot be read`, "Mend the file.");
  const document = readMarkdown(read.text);
  writeText(workspace, file, withMark(document, setFrontMatter(document, { last_updated: today })), read.revision);
  return file;
}

/**
 * Moves a deprecated pattern to the archive, when its six months are over.
 *
 * @returns the file that it left and the one that it went to
 * @throws KnownError (`target`) for a pattern that is current, or not deprecated for six months
 */
export function archivePattern(workspace: Workspace, name: string, today: string): { from: string; to: string; pattern: Pattern } {
  const { pattern, text, revision } = findOwned(workspace, name);
  const { slug, title, place, status, deprecatedSince = "" } = pattern;
  if (status !== "deprecated")
    throw new KnownError("target", `"${title}" is current`, "Deprecate it first: `groundplan patterns deprecate`; nothing was written.");
  const due = archiveDay(deprecatedSince);
  if (due === undefined || due > today)
    throw new KnownError(
      "target",
      `"${title}" cannot be archived yet: ${due ? `it is deprecated since ${deprecatedSince}` : "it does not say since when it is deprecated"}`,
      due ? `Its six months are over on ${due}; nothing was written.` : "Write the day: `**Status**: deprecated since 2026-11-20`.",
    );
  const to = `${workspace.config.patterns}/archive/${nameOf(place.file)}`;
  const kept = readText(workspace, to);
  const document = readMarkdown(text);
  const head = `# Archive of ${nameOf(place.file)}\n`;
  const values = { title: `Archive of ${nameOf(place.file)}`, category: pattern.category, status: "deprecated", last_updated: today };
  const archive = kept && !kept.trouble ? kept.text : setFrontMatter(readMarkdown(head), values);
  const entry = entryText(text, slug) ?? "";
  // First where it goes, then where it leaves: a run that is killed in between loses nothing, and the next one ends its work.
  const isThere = archive.split(/^(?=## )/m).some((other) => other.trim() === entry.trim());
  if (!isThere) writeText(workspace, to, appendEntry(archive, entry), kept?.revision ?? null);
  writeText(workspace, place.file, withMark(document, removeEntry(text, slug)), revision);
  return { from: place.file, to, pattern };
}

function ownedPatterns(workspace: Workspace): Owned[] {
  return ownPatternFiles(workspace).flatMap(({ file, text, revision }) =>
    parsePatterns(text, file).map((pattern) => ({ pattern, text, revision })),
  );
}

function allPatterns(workspace: Workspace): Pattern[] {
  const shipped = shippedPatterns(workspace).flatMap(({ file, text }) => parsePatterns(text, file));
  return [...ownedPatterns(workspace).map(({ pattern }) => pattern), ...shipped];
}

function findOwned(workspace: Workspace, name: string): Owned {
  const owned = ownedPatterns(workspace);
  const found = owned.find(({ pattern }) => pattern.slug === name || nameKey(pattern.title) === nameKey(name));
  if (found) return found;
  const shipped = allPatterns(workspace).find(({ slug, title }) => slug === name || nameKey(title) === nameKey(name));
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

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function capital(word: string): string {
  return word === "api" ? "API" : word.charAt(0).toUpperCase() + word.slice(1);
}
