import type { Source } from "./blocks.ts";
import type { Link, Span, UndefinedReference } from "./types.ts";

/** Links that a reader follows and the parser does not know: raw HTML, wiki links, and references that nothing defines. */

const TAG = /<(a|img|source|video|audio|embed|iframe)\s([^<>]{0,800})>/gi;
const ADDRESS = /(?:^|\s)(?:href|src)\s{0,9}=\s{0,9}(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s"'>]{1,500}))/i;

/** @returns what the tags of a piece of HTML lead to; comments in it count for nothing. */
export function htmlLinks(value: string, span: Span, { lines }: Source): Link[] {
  if (!value.includes("=")) return [];
  const shown = value.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => " ".repeat(comment.length));
  return Array.from(shown.matchAll(TAG)).flatMap(({ 0: tag, 1: name = "", 2: attributes = "", index }) => {
    const [, double, single, bare] = ADDRESS.exec(attributes) ?? [];
    const url = (double ?? single ?? bare)?.trim().replaceAll("&amp;", "&");
    const start = span.start + index;
    return url ? [{ url, text: "", image: name.toLowerCase() !== "a", span: lines.span(start, start + tag.length) }] : [];
  });
}

// `[[page]]`, `[[page#heading|words]]`: names of pages; numbers, options and identifiers in double brackets are none.
const WIKI = /(!?)\[\[(?![\s-])([^[\]|\n<>{}"=,;$]{1,200}?)(?:\\?\|([^[\]\n]{0,200}))?\]\](?![\w[(])/g;
const NO_PAGE = /^(?:[A-Z]{1,9}[-_ ]?\d[\w.-]{0,20}|[\d.\s]{1,20}|[A-Z0-9_]{1,40})$|\s$/;

/** @param prose with everything blanked that is code, comment or address */
export function wikiLinks(prose: string, { lines }: Source): Link[] {
  if (!prose.includes("[[")) return [];
  return Array.from(prose.matchAll(WIKI)).flatMap(({ 0: whole, 1: bang, 2: page = "", 3: text = "", index }) =>
    NO_PAGE.test(page)
      ? []
      : [{ url: page, text: text || page, image: bang !== "", wiki: true, span: lines.span(index, index + whole.length) }],
  );
}

const REFERENCE = /(?<![\w\]\\)])!?\[([^[\]\n]{1,200})\](?:\[([^[\]\n]{0,200})\])(?![[(:])/g;
// [P1][FR-2] are marks and [i][j] is an element; a number refers only behind words.
const NO_LABEL = /^(?:[A-Z][A-Z0-9_.-]{0,40}|.|\^.{0,200}|\s{1,9})$/;

/** @returns `[words][label]` and `[label][]` that nothing defines, and that would be links otherwise */
export function undefinedReferences(prose: string, links: readonly Link[], { lines }: Source): UndefinedReference[] {
  if (!prose.includes("][")) return [];
  const known = links.filter(({ span }) => prose.slice(span.start, span.end).includes("]"));
  return Array.from(prose.matchAll(REFERENCE)).flatMap(({ 0: whole, 1: words = "", 2: given = "", index }) => {
    const label = (given || words).trim();
    const isNumber = /^\d{1,3}$/.test(label);
    if (isNumber ? !/\p{Ll}{3}/u.test(words) || given === "" : NO_LABEL.test(label) || NO_LABEL.test(words)) return [];
    const span = lines.span(index, index + whole.length);
    return known.some((link) => link.span.start < span.end && span.start < link.span.end) ? [] : [{ label, span }];
  });
}

/** `{#id}` behind a heading, or a block, as several converters read it. */
export function attributeAnchors(prose: string): string[] {
  if (!prose.includes("#")) return [];
  return Array.from(prose.matchAll(/\{:?\s?#([\w:.-]{1,99})(?:\s[^{}\n]{0,200})?\}/g), ([, id = ""]) => id);
}
