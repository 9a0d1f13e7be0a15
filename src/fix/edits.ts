import type { DocumentKind } from "../config/config.ts";

/** One replacement in one document. */
export interface Edit {
  /** Path relative to the workspace. */
  file: string;
  kind: DocumentKind;
  /** UTF-16 offsets into the document's text, without its byte order mark; the end is exclusive. */
  start: number;
  end: number;
  text: string;
  /** The check whose finding it mends. */
  check: string;
  /** What it does, in words for people. */
  title: string;
}

/** Edits that only make sense together: either all of them are made or none. */
export type Fix = readonly Edit[];

type Replacement = Pick<Edit, "start" | "end" | "text">;

/**
 * Makes edits in a text. Everything that no edit names stays as it is.
 *
 * @param edits of one document, without overlaps, in any order; insertions at one place keep their order
 */
export function applyEdits(text: string, edits: readonly Replacement[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** @returns whether two edits touch the same text; two that begin at one place do, since their order would decide. */
export function collide(a: Edit, b: Edit): boolean {
  return a.file === b.file && (a.start === b.start || (a.start < b.end && b.start < a.end));
}

/** @returns the edits in the order of files and places. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1));
}

/** @returns the line ending that a text uses. */
export function newlineOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
