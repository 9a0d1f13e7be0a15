import { ownPatternFiles } from "../../feature/catalogue-files.ts";
import { readText } from "../../feature/read-file.ts";
import type { Workspace } from "../../feature/workspace.ts";
import { withMark } from "../../feature/writing/edit.ts";
import { KnownError } from "../../findings/errors.ts";
import { readMarkdown } from "../../markdown/index.ts";
import { findOwned, nameOf, oneLine, writeChanged } from "./owned.ts";

/**
 * Stamps the day of a review on a file of patterns.
 *
 * @param name of a file, a category, or a pattern in it
 * @param note what the review has changed, where it was worth telling
 * @returns the file that was written
 * @throws KnownError (`target`) for a name that is none of these
 */
export function reviewPatterns(workspace: Workspace, name: string, today: string, note?: string): string {
  const files = ownPatternFiles(workspace);
  const byFile = files.find(({ file }) => [file, nameOf(file), nameOf(file).replace(/(?:-patterns)?\.md$/, "")].includes(name));
  const file = byFile?.file ?? findOwned(workspace, name).pattern.place.file;
  const read = readText(workspace, file);
  if (!read || read.trouble) throw new KnownError("target", `${file} cannot be read`, "Mend the file.");
  const why = note === undefined ? undefined : `Reviewed: ${oneLine(note, "note")}`;
  writeChanged(workspace, file, withMark(readMarkdown(read.text), readMarkdown(read.text).text), read.revision, { today, why });
  return file;
}
