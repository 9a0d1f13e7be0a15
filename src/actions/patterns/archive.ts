import { appendEntry, entryText, removeEntry } from "../../context/patterns/edit.ts";
import type { Pattern } from "../../context/types.ts";
import { readText } from "../../feature/read-file.ts";
import type { Workspace } from "../../feature/workspace.ts";
import { setFrontMatter } from "../../feature/writing/edit.ts";
import { removeText } from "../../feature/writing/remove-document.ts";
import { writeText } from "../../feature/writing/write-document.ts";
import { KnownError } from "../../findings/errors.ts";
import { readMarkdown } from "../../markdown/index.ts";
import { archiveDay } from "../../text/days.ts";
import { findOwned, nameOf, type Owned, writeChanged } from "./owned.ts";

/**
 * Moves a deprecated pattern to the archive, when its six months are over.
 *
 * @returns the file that it left and the one that it went to
 * @throws KnownError (`target`) for a pattern that is current, or not deprecated for six months
 */
export function archivePattern(workspace: Workspace, name: string, today: string): { from: string; to: string; pattern: Pattern } {
  const owned = findOwned(workspace, name);
  const { pattern } = owned;
  refuseEarly(pattern, today);
  const to = `${workspace.config.patterns}/archive/${nameOf(pattern.place.file)}`;
  if (pattern.form === "document") moveDocument(workspace, owned, to, today);
  else moveEntry(workspace, owned, to, today);
  return { from: pattern.place.file, to, pattern };
}

function refuseEarly({ title, status, deprecatedSince = "" }: Pattern, today: string): void {
  if (status !== "deprecated")
    throw new KnownError("target", `"${title}" is current`, "Deprecate it first: `groundplan patterns deprecate`; nothing was written.");
  const due = archiveDay(deprecatedSince);
  if (due === undefined || due > today)
    throw new KnownError(
      "target",
      `"${title}" cannot be archived yet: ${due ? `it is deprecated since ${deprecatedSince}` : "it does not say since when it is deprecated"}`,
      due ? `Its six months are over on ${due}; nothing was written.` : "Write the day: `**Status**: deprecated since 2026-11-20`.",
    );
}

// First where it goes, then where it leaves: a run that is killed in between loses nothing, and the next one ends its work.

function moveEntry(workspace: Workspace, { pattern, text, revision }: Owned, to: string, today: string): void {
  const { slug, title, category, place } = pattern;
  const kept = readText(workspace, to);
  const head = `# Archive of ${nameOf(place.file)}\n`;
  const values = { title: `Archive of ${nameOf(place.file)}`, category, status: "deprecated", last_updated: today };
  const archive = kept && !kept.trouble ? kept.text : setFrontMatter(readMarkdown(head), values);
  const entry = entryText(text, slug) ?? "";
  const isThere = archive.split(/^(?=## )/m).some((other) => other.trim() === entry.trim());
  if (!isThere) {
    const longer = appendEntry(archive, entry);
    writeText(workspace, to, setFrontMatter(readMarkdown(longer), { last_updated: today }), kept?.revision ?? null);
  }
  writeChanged(workspace, place.file, removeEntry(text, slug), revision, { today, why: `${title} is archived` });
}

function moveDocument(workspace: Workspace, { pattern, text, revision }: Owned, to: string, today: string): void {
  const values = { status: "deprecated", last_updated: today, last_change: `${pattern.title} is archived` };
  writeText(workspace, to, setFrontMatter(readMarkdown(text), values), readText(workspace, to)?.revision ?? null);
  removeText(workspace, pattern.place.file, revision);
}
