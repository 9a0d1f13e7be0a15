import { documentTitle } from "../../context/patterns/document.ts";
import { addFields } from "../../context/patterns/edit.ts";
import type { Pattern } from "../../context/types.ts";
import { unknownPattern } from "../../feature/catalogue-files.ts";
import type { Workspace } from "../../feature/workspace.ts";
import { setFrontMatter } from "../../feature/writing/edit.ts";
import { KnownError } from "../../findings/errors.ts";
import { readMarkdown } from "../../markdown/index.ts";
import { createPattern } from "./create.ts";
import { allPatterns, findOwned, isCalled, nameOf, oneLine, ownedPatterns, writeChanged } from "./owned.ts";

/** What a pattern is deprecated with. */
export interface Deprecation {
  /** Slug or title. */
  name: string;
  /** Slug or title of the pattern to use instead. */
  replacedBy: string;
  /** How a design that applies the pattern comes to its replacement. */
  note: string;
  today: string;
}

/**
 * Marks a pattern of the project's own as deprecated, with what replaces it and how designs come to it. A replacement that is
 * shipped is taken over into the project, so that the link to it leads somewhere.
 *
 * @returns the file that was written, and the one that the replacement was taken over into
 * @throws KnownError (`target`) for a pattern or replacement that is not there, and for one that is deprecated already
 */
export function deprecatePattern(workspace: Workspace, asked: Deprecation): { file: string; takenOver?: string } {
  const { pattern } = findOwned(workspace, asked.name);
  if (pattern.status === "deprecated")
    throw new KnownError("target", `"${pattern.title}" is deprecated already`, "Edit its entry; nothing was written.");
  const note = oneLine(asked.note, "note");
  const chosen = replacementOf(workspace, pattern, asked.replacedBy);
  const isOwn = ownedPatterns(workspace).some((owned) => owned.pattern.slug === chosen.slug);
  const takenOver = isOwn ? undefined : createPattern(workspace, { title: chosen.title, owner: "platform-team", today: asked.today }).file;
  const replacement = takenOver === undefined ? chosen : findOwned(workspace, chosen.slug).pattern;
  // Taking over may have put the replacement into the very file.
  const { text, revision } = findOwned(workspace, pattern.slug);
  const { file } = pattern.place;
  const path = replacement.place.file === file ? "" : nameOf(replacement.place.file);
  const link = `[${replacement.title}](${path}#${replacement.slug})`;
  const marked =
    pattern.form === "document" ? markDocument(text, link, note, asked.today) : markEntry(text, pattern.slug, link, note, asked.today);
  writeChanged(workspace, file, marked, revision, { today: asked.today, why: `${pattern.title} is deprecated: ${note}` });
  return { file, ...(takenOver !== undefined && { takenOver }) };
}

function replacementOf(workspace: Workspace, { slug, title }: Pattern, name: string): Pattern {
  const all = allPatterns(workspace);
  const replacement = all.find((other) => isCalled(other, name));
  if (!replacement)
    throw unknownPattern(
      name,
      all.map((other) => other.slug),
    );
  if (replacement.slug === slug || replacement.status === "deprecated")
    throw new KnownError(
      "target",
      `unexpected replacement "${replacement.title}" of "${title}"`,
      "Name a pattern that is current, and another one.",
    );
  return replacement;
}

function markEntry(text: string, slug: string, link: string, note: string, today: string): string {
  return addFields(text, slug, { Status: `deprecated since ${today}`, "Replaced by": link, Migration: note });
}

/** The status stands in the front matter, and a notice at the top. */
function markDocument(text: string, link: string, note: string, today: string): string {
  const end = documentTitle(readMarkdown(text))?.heading.end ?? 0;
  const notice = `> **Deprecated since ${today}**: use ${link} instead.\n\n**Migration**: ${note}`;
  const told = `${text.slice(0, end)}\n\n${notice}\n\n${text.slice(end).trimStart()}`;
  return setFrontMatter(readMarkdown(told), { status: "deprecated" });
}
