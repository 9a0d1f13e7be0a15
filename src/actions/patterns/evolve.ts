import { addEvolution } from "../../context/patterns/evolution.ts";
import type { Workspace } from "../../feature/workspace.ts";
import { KnownError } from "../../findings/errors.ts";
import { findOwned, oneLine, writeChanged } from "./owned.ts";

/** How a pattern changes. */
export interface Evolved {
  /** Slug or title. */
  name: string;
  /** What changes, and why. */
  note: string;
  /** How code and designs that follow the former approach come to the new one; absent: to be written. */
  migration?: string;
  today: string;
}

/**
 * Begins an entry under Evolution, before a pattern is changed: the approach as it stands is kept there, with the way to the
 * new one.
 *
 * @returns the file that was written
 * @throws KnownError (`target`) for a pattern that is not the project's own, and for a change that is told already
 */
export function evolvePattern(workspace: Workspace, { name, note, migration, today }: Evolved): string {
  const { pattern, text, revision } = findOwned(workspace, name);
  const why = oneLine(note, "note");
  const way =
    migration === undefined
      ? "{How code and designs that follow the former approach come to the new one}"
      : oneLine(migration, "migration");
  const evolved = addEvolution(text, pattern, { today, why, way });
  if (evolved === undefined)
    throw new KnownError(
      "target",
      `"${pattern.title}" tells of this change already`,
      "Its entry stands under Evolution; edit it there. Nothing was written.",
    );
  writeChanged(workspace, pattern.place.file, evolved, revision, { today, why: `${pattern.title}: ${why}` });
  return pattern.place.file;
}
