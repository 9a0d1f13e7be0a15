import type { TrigramFilter } from "./trigrams.ts";

/**
 * What a text cannot do without that an expression matches: of each of these lists, one literal must stand in it, in some
 * case. Looking for a few letters is much faster than trying the expression at every place; most never have to be tried.
 */
export type RequiredLiterals = readonly (readonly string[])[];

/** An expression that is looked for in many texts. */
export interface PrefilteredExpression {
  /** Global. */
  pattern: RegExp;
  required: RequiredLiterals;
}

/**
 * @param pattern global
 * @returns the expression with what it requires, which is read off it once it is looked for; nothing is known of those that read
 *   code points, since they fold letters in ways of their own
 */
export function prefiltered(pattern: RegExp): PrefilteredExpression {
  let required: RequiredLiterals | undefined;
  return {
    pattern,
    get required() {
      required ??= /[uv]/.test(pattern.flags) ? [] : requiredLiteralsOf(pattern.source);
      return required;
    },
  };
}

/** @returns whether a text may match; where it lacks what the expression requires, it cannot */
export function mayMatch({ required }: PrefilteredExpression, { mayHold }: TrigramFilter): boolean {
  return required.every((literals) => literals.some(mayHold));
}

/** @returns the matches in a text. @param filter those of the text */
export function matchesIn(text: string, filter: TrigramFilter, expression: PrefilteredExpression): Iterable<RegExpExecArray> {
  return mayMatch(expression, filter) ? text.matchAll(expression.pattern) : [];
}

/** One of these literals must stand in the text. */
interface RequiredLiteral {
  literals: readonly string[];
  /** Of several literals the most common one counts. */
  rarity: number;
}

/** More than these rule out hardly anything that these let through. */
const MOST = 3;

/**
 * Reads the required literals of an expression off its source.
 *
 * @returns in lower case, the rarest first; empty where nothing can be told
 */
export function requiredLiteralsOf(source: string): RequiredLiterals {
  const { required } = alternativesAt(source, 0);
  return required
    .filter(({ rarity, literals }) => rarity > 1 && literals.every(isAscii))
    .sort(byRarity)
    .slice(0, MOST)
    .map(({ literals }) => [...new Set(literals)]);
}

/** Other letters have more forms than a small and a capital one. */
const isAscii = (literal: string) => /^[\x20-\x7e]*$/.test(literal);

const byRarity = (a: RequiredLiteral, b: RequiredLiteral) => b.rarity - a.rarity;

/** One of several alternatives matches: of each, its rarest need counts. */
function alternativesAt(source: string, from: number): { required: RequiredLiteral[]; end: number } {
  const first = sequenceAt(source, from);
  if (source[first.end] !== "|") return first;
  const branches = [first];
  let { end } = first;
  while (source[end] === "|") {
    const branch = sequenceAt(source, end + 1);
    branches.push(branch);
    end = branch.end;
  }
  const rarest = branches.flatMap(({ required }) => required.sort(byRarity)[0] ?? []);
  if (rarest.length < branches.length) return { required: [], end };
  const literals = rarest.flatMap((need) => need.literals);
  return { required: [{ literals, rarity: Math.min(...rarest.map(({ rarity }) => rarity)) }], end };
}

/** All parts of a sequence match: the literals of all of them count. */
function sequenceAt(source: string, from: number): { required: RequiredLiteral[]; end: number } {
  const required: RequiredLiteral[] = [];
  let run = "";
  const endRun = () => {
    if (run !== "") required.push({ literals: [run.toLowerCase()], rarity: rarityOf(run) });
    run = "";
  };
  let at = from;
  while (at < source.length && source[at] !== "|" && source[at] !== ")") {
    const atom = atomAt(source, at);
    const quantifier = quantifierAt(source, atom.end);
    const isOptional = /^(?:[*?]|\{0)/.test(quantifier);
    if (atom.literal !== undefined && !isOptional) run += atom.literal;
    if (atom.literal === undefined || quantifier !== "") endRun();
    if (atom.required && !isOptional) required.push(...atom.required);
    at = atom.end + quantifier.length;
  }
  endRun();
  return { required, end: at };
}

/** What stands at one place: letters that mean themselves, a group with what it requires, or anything else, as a whole. */
function atomAt(source: string, at: number): { literal?: string; required?: RequiredLiteral[]; end: number } {
  // Of letters in a row, the last one alone may be repeated.
  const run = read(/[\w\s,:;=<>"'`#@!%&~/-]+(?![*?+{])/y, source, at);
  if (run !== "") return { literal: run, end: at + run.length };
  const character = source.charAt(at);
  if (character === "\\") return escapeAt(source, at);
  if (character === "[") return { end: at + read(/\[(?:[^\]\\]|\\.)*\]/y, source, at).length };
  if (character !== "(") return "^$.".includes(character) ? { end: at + 1 } : { literal: character, end: at + 1 };
  const inside = source.startsWith("?:", at + 1) ? at + 3 : at + 1;
  const { required, end } = alternativesAt(source, inside);
  // What must or must not stand before or after the match is no part of it.
  return source[inside] === "?" ? { end: end + 1 } : { required, end: end + 1 };
}

/** An escaped mark means itself; an escaped letter or digit stands for something else, whose length differs. */
function escapeAt(source: string, at: number): { literal?: string; end: number } {
  const next = source.charAt(at + 1);
  if (!/[A-Za-z\d]/.test(next)) return { literal: next, end: at + 2 };
  const escaped = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|u\{[\dA-Fa-f]+\}|[pP]\{[^}]*\}|k<[^>]*>|c[A-Za-z]|\d+|[A-Za-z])/y;
  return { end: at + read(escaped, source, at).length };
}

function quantifierAt(source: string, at: number): string {
  return "*?+{".includes(source.charAt(at) || " ") ? read(/(?:[*?+]|\{\d+(?:,\d*)?\})\??/y, source, at) : "";
}

/** @returns what a sticky expression matches at a place, empty where it does not */
function read(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? "";
}

/** Marks are rare in prose, and letters are the rarer the more stand in a row. */
function rarityOf(literal: string): number {
  return literal.length + 2 * literal.replace(/[\w\s.,/-]/g, "").length;
}
