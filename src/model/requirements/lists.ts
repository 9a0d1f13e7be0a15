import { connection } from "./ids.ts";

/** A stretch of the text that cites a requirement, by id or by number. */
export interface Cited {
  id: string;
  start: number;
  end: number;
}

/** @returns the letters that an id begins with */
export function prefixOf(id: string): string {
  return /^[A-Z]{1,12}(?:[-_\u2010\u2011\u2013][A-Z]{1,12}){0,3}/.exec(id)?.[0] ?? id;
}

/** `FR-1, 2 and 5`, `FR-2 to 5`: bare numbers count only where the PRD has such a requirement. */
export function continued(
  prose: string,
  first: { number: string; end: number },
  limit: number,
  resolve: (number: string) => string | undefined,
): Cited[] {
  const found: Cited[] = [];
  let { end } = first;
  let last = first.number;
  for (;;) {
    const link = connection(prose.slice(end, Math.min(limit, end + 24)));
    const rest = link ? prose.slice(end + link.length, Math.min(limit, end + link.length + 24)) : "";
    const number = dottedNumber(rest, resolve) ?? bareNumber(rest);
    if (!link || !number || resolve(number) === undefined) return found;
    const start = end + link.length;
    end = start + number.length;
    for (const each of link.kind === "range" ? upTo(last, number) : [number]) {
      const id = resolve(each);
      if (id !== undefined) found.push({ id, start, end });
    }
    last = number;
  }
}

/** @returns the numbers behind one up to another, where they differ in their last part alone; otherwise the other. */
function upTo(first: string, last: string): string[] {
  const [head, from] = [first.slice(0, first.lastIndexOf(".") + 1), Number(first.slice(first.lastIndexOf(".") + 1))];
  if (!last.startsWith(head) || last.slice(head.length).includes(".")) return [last];
  const count = Math.min(1000, Math.max(0, Number(last.slice(head.length)) - from));
  return Array.from({ length: count }, (_, index) => `${head}${from + 1 + index}`);
}

/** @returns a number such as 3.2 that a text begins with, where the PRD has a requirement of it. */
function dottedNumber(text: string, resolve: (number: string) => string | undefined): string | undefined {
  const number = /^\d{1,4}(?:\.\d{1,3}){1,3}(?![\p{L}\p{N}])/u.exec(text)?.[0];
  return number !== undefined && resolve(number) !== undefined ? number : undefined;
}

/** What follows a number that is an amount. */
export const UNIT =
  /^(?:[\p{L}%°]|\s*(?:%|percent\b|ms\b|s\b|sec|min|hour|day|week|month|year|times\b|x\b|retr|attempt|request|user|item|line|row|byte|[kMG]i?B\b))/iu;

/** @returns the number that a text begins with, unless it is a part of a larger one or an amount. */
function bareNumber(text: string): string | undefined {
  const number = /^\d{1,4}(?![\d]|[.,]\d)/.exec(text)?.[0];
  return number !== undefined && !UNIT.test(text.slice(number.length)) ? number : undefined;
}
