import type { LinearPattern } from "../../config/linear-pattern.ts";

/** Ids of requirements: which words are such ids, how they compare, how a text lists them. */

// Prefixes that people give to requirements. Document, task and standard numbers (E04-F07, RFC 2119,
// UTF-8, HTTP-404) have the same shape, so the shape alone decides nothing.
const KNOWN_PREFIXES = new Set(
  "FR NFR REQ RQ US UC AC BR SR QR IR DR UR TR CR NF PERF SEC REL AVAIL USAB OPS STORY FEAT FREQ NREQ FUNC NONFUNC BRQ SYS SC BRD PRD-FR RF RNF".split(
    " ",
  ),
);

// Names of standards, algorithms and documents that look like ids.
const STANDARDS =
  /^(?:SHA|MD|UTF|ISO|IEC|IEEE|RFC|HTTP|HTTPS|TLS|SSL|AES|RSA|EC|ED|CVE|CWE|IPV|ADR|PRD|RFP|SOC|CC|PCI|WCAG|JSR|JDK|OAUTH|PEP|ES|E|T|P|V|Q|H|TC|UT|IT)$/;

// People write hyphens that do not break, dashes, underscores and points between the parts of an id.
const DASH = String.raw`[-_\u2010\u2011\u2013]`;
const PREFIX = `[A-Z]{1,12}(?:${DASH}[A-Z]{1,12}){0,3}`;
const GAP = String.raw`[- _.\u00a0\u2010\u2011\u2013]?`;
const NUMBER = String.raw`\d{1,6}(?:\.\d{1,4}){0,4}(?:\.?[a-z](?![\p{L}\p{N}]))?`;
const ID_SOURCE = `(${PREFIX})(${GAP})(${NUMBER})`;
const ENDS = String.raw`(?![\p{L}\p{N}_]|[-.\u2010\u2011]\d)`;
const LEADING = new RegExp(String.raw`^[\s*_[(#]{0,20}${ID_SOURCE}${ENDS}`, "u");
const LEADING_LOWER = new RegExp(
  String.raw`^[\s*_[(#]{0,20}((?:[A-Za-z]{1,12})(?:${DASH}[A-Za-z]{1,12}){0,3})(${DASH})(${NUMBER})${ENDS}`,
  "u",
);
const ANYWHERE = new RegExp(String.raw`(?<![\p{L}\p{N}_/#]|(?<!\d)[-\u2010\u2011])${ID_SOURCE}(?![\p{L}\p{N}_])`, "gu");

/** @returns whether a prefix is the name of a standard, an algorithm or a kind of document. */
export function isStandard(prefix: string): boolean {
  return STANDARDS.test(prefix);
}

export interface RequirementId {
  /** As written. */
  id: string;
  prefix: string;
  number: string;
}

/** @returns whether a prefix is one that requirements usually bear; compounds count by their first part. */
export function isKnownPrefix(prefix: string): boolean {
  return KNOWN_PREFIXES.has(prefix) || KNOWN_PREFIXES.has(/^[A-Z]{1,12}(?=[-_\u2010\u2011\u2013])/.exec(prefix)?.[0] ?? "");
}

/**
 * The form in which ids compare: `FR-001`, `FR1` and `FR 1` are one.
 *
 * @param id an id, or the name made for a requirement without one (`Functional Requirements 3`)
 */
export function requirementKey(id: string): string {
  return id
    .toUpperCase()
    .replace(/(?<![\d.])0+(?=\d)/g, "")
    .replace(/[^\p{L}\p{N}.]+/gu, "");
}

const CONTINUED = /^\s{0,4}(?:,|;|\/|&|and\b|to\b|through\b|bis\b|–|—|-|\.\.)\s{0,4}(?:[A-Z]{1,12}[-_\u2010\u2011]?){0,3}\d/u;

function isSpace(gap: string): boolean {
  return gap === " " || gap === "\u00a0";
}

/** @returns the id that a text begins with, and what follows it. */
export function leadingId(
  text: string,
  isPrefix: (prefix: string) => boolean,
): (RequirementId & { rest: string; separated: boolean }) | undefined {
  const match = LEADING.exec(text) ?? LEADING_LOWER.exec(text);
  const [whole = "", written = "", gap = "", number = ""] = match ?? [];
  const prefix = written.toUpperCase();
  if (!match || !isPrefix(prefix) || (isSpace(gap) && !KNOWN_PREFIXES.has(prefix))) return undefined;
  const after = text.slice(whole.length).replace(/^[*_\])]{1,10}/, "");
  // "FR-1 to FR-3: Booking" heads a group, and "FR-1, FR-2" cites.
  if (CONTINUED.test(after)) return undefined;
  return {
    id: `${written}${gap}${number}`,
    prefix,
    number,
    rest: after.replace(/^[\s:：.、)\]|–—-]{1,20}/u, "").trim(),
    separated: after === "" || whole.trimStart().startsWith("[") || /^\s{0,20}[:：.、)\]|–—-]/u.test(after),
  };
}

const TRAILING = new RegExp(String.raw`^(.{3,200})[([]\s{0,3}(${PREFIX}${GAP}${NUMBER})\s{0,3}[)\]][\s*_:：]{0,9}$`, "su");

/** @returns the id in parentheses that a title ends in, and the title without it. */
export function trailingId(text: string): ReturnType<typeof leadingId> {
  const [, title = "", written = ""] = TRAILING.exec(text.slice(-300)) ?? [];
  const id = written === "" ? undefined : leadingId(written, isKnownPrefix);
  return id && { ...id, rest: title.replace(/[\s*_–—-]{1,9}$/u, ""), separated: true };
}

/** A team's own expression looks at no more than this. */
const LONGEST_ID = 200;

/** @returns the id of a team's own form that a text begins with, and what follows it. */
export function ownId(text: string, patterns: readonly LinearPattern[]): ReturnType<typeof leadingId> {
  const start = /^[\s*_#]*/.exec(text)?.[0].length ?? 0;
  for (const pattern of patterns) {
    const match = pattern.exec(text.slice(start, start + LONGEST_ID));
    if (match?.index !== 0 || match[0] === "") continue;
    const rest = text.slice(start + match[0].length).replace(/^[\s*_\])]*[:.)\]|–—-]*\s*/, "");
    return { id: match[0], prefix: "", number: "", rest, separated: true };
  }
  return undefined;
}

/** An id in running text, where it stands. */
export interface CitedId extends RequirementId {
  start: number;
  end: number;
}

/** @returns every id of a text whose prefix is accepted, in order. */
export function citedIds(text: string, isPrefix: (prefix: string) => boolean): CitedId[] {
  return Array.from(text.matchAll(ANYWHERE)).flatMap((match) => {
    const [id, prefix = "", gap = "", number = ""] = match;
    if (!isPrefix(prefix) || (isSpace(gap) && !KNOWN_PREFIXES.has(prefix))) return [];
    return [{ id, prefix, number, start: match.index, end: match.index + id.length }];
  });
}

const LINK = /^\s*(,|;|\/|&|and\b|or\b|und\b|et\b|y\b|to\b|through\b|until\b|up to\b|bis\b|à\b|–|—|-|\.{2,3}|…)\s*(?:(?:and|or)\s+)?/iu;
const RANGE = /^(?:to|through|until|up to|bis|à|–|—|-|\.{2,3}|…)$/iu;

/** What connects one id to the next in a list: `range` covers what lies between. */
export interface Connection {
  kind: "list" | "range";
  length: number;
}

/** @returns how a text goes on after an id, where it goes on with another. */
export function connection(text: string): Connection | undefined {
  const match = LINK.exec(text);
  if (!match) return undefined;
  return { kind: RANGE.test(match[1] ?? "") ? "range" : "list", length: match[0].length };
}
