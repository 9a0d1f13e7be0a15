import type { Inline, Span } from "../../markdown/index.ts";
import type { AlignedDocument } from "../types.ts";

/** Lines that say nothing, or nothing new. */
export interface Filler {
  /** Rows, items and paragraphs that stood in the same table, list or section before. */
  repeated: { span: Span; first: number }[];
  /** Blank lines beyond the one that separates. */
  blank: { offset: number; count: number }[];
  /** Lines that only the author sees. */
  hidden: number;
}

const known = new WeakMap<AlignedDocument, Filler>();

/** @returns what of a document fills lines and tells a reader nothing */
export function fillerOf(document: AlignedDocument): Filler {
  const filler = known.get(document) ?? {
    repeated: repetitions(document),
    blank: blankRuns(document),
    hidden: document.markdown.comments.reduce((lines, { span }) => lines + span.endLine - span.line + 1, 0),
  };
  known.set(document, filler);
  return filler;
}

/** @returns how many lines of a document tell a reader something, blank lines that separate included */
export function tellingLines(document: AlignedDocument): number {
  const { repeated, blank, hidden } = fillerOf(document);
  const surplus = blank.reduce((lines, { count }) => lines + count - 1, 0);
  return document.markdown.lineCount - repeated.length - surplus - hidden;
}

/** Rows and items that stand twice in one table or list. */
function repetitions({ markdown }: AlignedDocument): Filler["repeated"] {
  const found: Filler["repeated"] = [];
  for (const { tables, lists, paragraphs } of markdown.allSections) {
    const rows = tables.map((table) =>
      table.rows.flatMap((row) => (row[0] ? [{ key: row.map(({ source }) => source).join("|"), span: row[0].span }] : [])),
    );
    const texts = [...lists.map(({ items }) => items), paragraphs].map((each) =>
      each.map(({ source, span }: Inline) => ({ key: source, span })),
    );
    for (const group of [...rows, ...texts]) {
      const first = new Map<string, number>();
      for (const { key, span } of group) {
        const line = first.get(key);
        if (line !== undefined) found.push({ span, first: line });
        // A dash and a number are soon the same by chance.
        else if (key.replace(/[^\p{L}\p{N}]/gu, "").length >= 12) first.set(key, span.line);
      }
    }
  }
  return found;
}

function blankRuns({ markdown: { text } }: AlignedDocument): Filler["blank"] {
  return Array.from(text.matchAll(/\n(?:[ \t\r]{0,99}\n){2,2000}/g), ({ index, 0: run }) => ({
    offset: index + 1,
    count: run.split("\n").length - 2,
  }));
}
