import type { AlignedDocument, ErrorCode, Place } from "../types.ts";

/** An error code together with the number that a sentence gives it: "409 CODE", "3 `A`, `B`". */
export interface StatusUse {
  code: string;
  status: string;
  place: Place;
}

/** A code in small letters is one where it is marked as code. */
const TOKEN =
  /(?<![\w.:/-])(\d{1,3})(?![\w.:%/-]|,\d|\s(?:[kKMGT]i?B|bytes?|ms|s|seconds?|minutes?|hours?|days?)(?![a-z]))|(?<![\w.$/-])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|(?<=`)[a-z][a-z0-9]*(?:_[a-z0-9]+){0,6}(?=`))(?![\w-])/g;

/** @returns the numbers that a document gives to known error codes, beside the table of codes itself. */
export function readStatusUses(document: AlignedDocument | undefined, errors: readonly ErrorCode[]): StatusUse[] {
  if (!document) return [];
  const known = new Set(errors.map(({ code }) => code).filter((code) => code !== ""));
  const rows = new Set(errors.map(({ place }) => `${place.file}:${place.line}`));
  const { prose, lines } = document.markdown;
  const uses: StatusUse[] = [];
  let at = 0;
  for (const [index, line] of prose.split("\n").entries()) {
    const start = at;
    at += line.length + 1;
    if (rows.has(`${document.file}:${index + 1}`) || ![...known].some((code) => line.includes(code))) continue;
    for (const { code, status, offset } of inLine(line, known))
      uses.push({ code, status, place: document.place(lines.span(start + offset, start + offset + code.length)) });
  }
  return uses;
}

/** A number counts for the codes behind it, up to the end of the clause, and only where nothing but marks stand between. */
function* inLine(line: string, known: ReadonlySet<string>): Generator<{ code: string; status: string; offset: number }> {
  let status: string | undefined;
  let end = 0;
  for (const { 0: word, 1: number, 2: code, index } of line.matchAll(TOKEN)) {
    const between = line.slice(end, index);
    // Between two codes of one number stand commas and the like.
    if (status !== undefined && !/^[\s`*,:()]{0,6}(?:(?:and|or|with)\s[`*]{0,3})?$/.test(between)) status = undefined;
    if (number !== undefined) status = number;
    else if (code !== undefined && known.has(code)) {
      if (status !== undefined) yield { code, status, offset: index };
    } else status = undefined;
    end = index + word.length;
  }
}
