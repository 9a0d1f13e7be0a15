import { stem } from "../../text/words.ts";
import type { AlignedDocument, ErrorCode, Place } from "../types.ts";

/** What becomes of an error, in words: "dead letter `A`, `B`; ignored `C`; retry `D`". */
export interface FateUse {
  code: string;
  /** The words before the codes. */
  fate: string;
  /** What the table has for the code. */
  expected: ErrorCode;
  place: Place;
}

/** Words, and the codes behind them up to the next semicolon. */
const CLAUSE = /(?<=^|[;:.|]\s{0,3})([A-Za-z][A-Za-z ,]{2,40}?)\s((?:`[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*`(?:,\s|\s(?:or|and)\s)?){1,20})/g;

/** @returns the codes to which an output gives another fate of the table of error codes than the table does */
export function wrongFates(document: AlignedDocument | undefined, errors: readonly ErrorCode[]): FateUse[] {
  const worded = errors.filter(({ status }) => /[a-z]{3}/i.test(status) && !/\d/.test(status));
  if (!document || worded.length === 0) return [];
  const byCode = new Map(worded.map((error) => [error.code, error]));
  const fates = new Set(worded.map(({ status }) => status));
  const { prose, lines } = document.markdown;
  return [...prose.matchAll(CLAUSE)].flatMap(({ index, 0: whole, 1: words = "", 2: codes = "" }) => {
    const said = stemsOf(words);
    // Words that the table does not use say something else of the code.
    const meant = [...fates].filter((fate) => share(stemsOf(fate), said));
    if (meant.length !== 1) return [];
    const start = index + whole.length - codes.length;
    return [...codes.matchAll(/[A-Z][A-Z0-9_]+/g)].flatMap(({ 0: code, index: at }) => {
      const expected = byCode.get(code);
      if (!expected || share(stemsOf(expected.status), said)) return [];
      return [{ code, fate: words, expected, place: document.place(lines.span(start + at, start + at + code.length)) }];
    });
  });
}

function stemsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[a-z]{3,}/g) ?? []).map((word) => stem(word)));
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (b.has(word)) return true;
  return false;
}
