import type { DocumentKind } from "../../src/core.ts";
import type { Span } from "../../src/markdown/index.ts";
import type { AlignedDocument } from "../../src/model/types.ts";
import type { Change, Expected, Mutant } from "./types.ts";

/** Replaces a stretch of a document; {@link HERE} in the text marks a line that has to be reported. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Put into the text of an edit: the line on which it ends up must be reported. It is taken out again. */
export const HERE = "\u0001";
/** A pair of these marks a range of lines, any of which may be reported. */
export const FROM = "\u0002";
export const TO = "\u0003";

/** @returns an edit that changes nothing, and expects a report on the line of an offset. */
export function expectAt(offset: number, mark = HERE): Edit {
  return { start: offset, end: offset, text: mark };
}

export function replace({ start, end }: Pick<Span, "start" | "end">, text: string): Edit {
  return { start, end, text };
}

export function insert(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** @returns an edit that takes whole lines out: those that a span touches. */
export function removeLines({ text }: Pick<AlignedDocument["markdown"], "text">, { start, end }: Pick<Span, "start" | "end">): Edit {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const newline = end > start && text[end - 1] === "\n" ? end - 1 : text.indexOf("\n", end);
  return { start: from, end: newline === -1 ? text.length : newline + 1, text: "" };
}

/**
 * Makes a mutant from edits to one document or more; the marks in the edits say what is expected.
 *
 * @throws Error where nothing is changed, or nothing is expected: such a mutant would prove nothing
 */
export function mutant(label: string, ...edited: readonly (readonly [AlignedDocument, ...Edit[]])[]): Mutant {
  const changes: Partial<Record<DocumentKind, Change>> = {};
  const expected: Expected[] = [];
  for (const [document, ...edits] of edited) {
    const { text, lines } = readMarks(applyEdits(document.markdown.text, edits));
    if (text !== document.markdown.text) changes[document.kind] = text;
    expected.push(...lines.map((range) => ({ kind: document.kind, ...range })));
  }
  if (Object.keys(changes).length === 0) throw new Error(`the mutant "${label}" changes nothing`);
  if (expected.length === 0) throw new Error(`the mutant "${label}" expects nothing`);
  return { label, changes, expected };
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let changed = "";
  let at = 0;
  for (const { start, end, text: by } of sorted) {
    if (start < at) throw new Error(`edits overlap at ${start}`);
    changed += text.slice(at, start) + by;
    at = end;
  }
  return changed + text.slice(at);
}

function readMarks(marked: string): { text: string; lines: Omit<Expected, "kind">[] } {
  const lines: Omit<Expected, "kind">[] = [];
  let line = 1;
  for (const character of marked) {
    if (character === "\n") line++;
    else if (character === HERE) lines.push({ line });
    else if (character === FROM) lines.push({ line, endLine: Number.POSITIVE_INFINITY });
    else if (character === TO) {
      const open = lines.findLast(({ endLine }) => endLine === Number.POSITIVE_INFINITY);
      if (open) open.endLine = line;
    }
  }
  return { text: marked.replaceAll(HERE, "").replaceAll(FROM, "").replaceAll(TO, ""), lines };
}
