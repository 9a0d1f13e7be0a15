import { readText } from "../feature/read-file.ts";
import type { Feature, FeatureDocument } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { withMark } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";

export interface WrittenFile {
  file: string;
  revision: string;
}

/**
 * Saves what was mended: one atomic write for each document whose text has changed.
 *
 * @param before the feature as it was read
 * @param after the same feature with other texts
 * @throws KnownError `stale-revision` where a document has changed since it was read, `cannot-write`, `confinement`
 */
export function writeFixes(workspace: Workspace, before: Feature, after: Feature): WrittenFile[] {
  const isStale = ({ file, revision }: FeatureDocument) => readText(workspace, file)?.revision !== revision;
  // A stale document goes first, so that its refusal comes before anything is written.
  return changedDocuments(before, after)
    .toSorted((a, b) => Number(isStale(b)) - Number(isStale(a)))
    .map(({ file, revision, markdown }) => ({
      file,
      revision: writeText(workspace, file, withMark(markdown, markdown.text), revision),
    }));
}

/** @returns the documents of a feature whose text is not what it was before. */
export function changedDocuments(before: Feature, after: Feature): FeatureDocument[] {
  return Object.values(after.documents).filter(({ kind, markdown }) => before.documents[kind]?.markdown.text !== markdown.text);
}
