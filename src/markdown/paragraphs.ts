/**
 * Parsers take time with the length of a paragraph for each mark in it. Up to this product of both, that is a few
 * milliseconds: 20,000 characters with a mark in each hundred, 2,800 with one in each second.
 */
const MOST = 4_000_000;
const SHORTEST = Math.floor(Math.sqrt(2 * MOST));
/** How far back a blank is looked for, so that no word is cut. */
const REACH = 1000;
const MARKS = "&_*`[]<~\\@^:";
const EVERY_MARK = /[&_*`[\]<~\\@^:]/g;

/** A text that any parser reads in bounded time: same length, same offsets. */
export interface Bounded {
  text: string;
  /** Where the first paragraph was cut in two that is too much to read in one. */
  cut?: number;
}

/** Cuts paragraphs that no parser reads in bounded time; two characters become the blank line in between. */
export function boundParagraphs(text: string): Bounded {
  if (!mayHold(text)) return { text };
  let bounded = "";
  let kept = 0;
  let first: number | undefined;
  for (const at of cutsIn(text)) {
    bounded += `${text.slice(kept, at)}\n\n`;
    kept = at + 2;
    first ??= at;
  }
  return first === undefined ? { text } : { text: bounded + text.slice(kept), cut: first };
}

/** Most texts have no stretch without a blank line that is so long. */
function mayHold(text: string): boolean {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n\n", from);
    const to = end === -1 ? text.length : end;
    if (to - from > SHORTEST) return true;
    from = to + 2;
  }
  return false;
}

interface Line {
  from: number;
  to: number;
  /** Its words, behind the marks of quotes. */
  words: string;
}

function* linesOf(text: string): Generator<Line> {
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf("\n", from);
    const to = newline === -1 ? text.length : newline;
    // What a line is can be told from its beginning.
    yield { from, to, words: text.slice(from, Math.min(to, from + 2 * REACH)).replace(/^(?: {0,3}>)+ ?/, "") };
    from = to + 1;
  }
}

/** @returns where blank lines have to stand, in order */
function* cutsIn(text: string): Generator<number> {
  const paragraph = { length: 0, marks: 0 };
  const begin = () => Object.assign(paragraph, { length: 0, marks: 0 });
  let fence: string | undefined;
  let isTable = false;
  /** Where the words of the last item of a list begin. */
  let indent = 0;
  for (const { from, to, words } of linesOf(text)) {
    const fenced = /^\s{0,99}(`{3,}|~{3,})/.exec(words)?.[1];
    if (fence !== undefined) {
      if (fenced?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (fenced !== undefined && opensFence(text, to, text.indexOf(fenced, from), fenced)) {
      fence = fenced;
      continue;
    }
    if (words.trim() === "") {
      begin();
      [isTable, indent] = [false, 0];
      continue;
    }
    const item = itemOf(words);
    const isDelimiters = /^[\s|:-]{3,2000}$/.test(words) && words.includes("-") && words.includes("|");
    isTable ||= isDelimiters;
    const isItem = item !== undefined && item.at <= indent + 3 && (item.interrupts || item.at < indent || paragraph.length === 0);
    if (isItem) indent = item.words;
    if (isItem || isTable || /^ {0,3}#{1,6}\s/.test(words)) begin();
    yield* cutsOf(text, from, to, paragraph);
  }
}

/** What follows backticks on their line and holds another one is code within a paragraph. */
function opensFence(text: string, to: number, at: number, fenced: string): boolean {
  if (!fenced.startsWith("`")) return true;
  let behind = at;
  while (text[behind] === "`") behind++;
  const next = text.indexOf("`", behind);
  return next === -1 || next >= to;
}

/** @returns the columns of an item's mark and of its words, and whether it can end a paragraph above it */
function itemOf(words: string): { at: number; words: number; interrupts: boolean } | undefined {
  const found = /^([ \t]{0,999})([-*+]|(\d{1,9})[.)])[ \t]{1,4}\S/.exec(words);
  if (!found) return undefined;
  const [whole, blanks = "", mark = "", number] = found;
  const at = blanks.replaceAll("\t", "    ").length;
  return {
    at,
    words: at + mark.length + whole.length - blanks.length - mark.length - 1,
    interrupts: number === undefined || number === "1",
  };
}

/** Adds a line to its paragraph. @returns where it has to be cut */
function* cutsOf(text: string, from: number, to: number, paragraph: { length: number; marks: number }): Generator<number> {
  const before = paragraph.marks + marksIn(text, from, to);
  if ((paragraph.length + to - from) * before <= MOST) {
    paragraph.length += to - from + 1;
    paragraph.marks = before;
    return;
  }
  let begun = from;
  for (let at = from; at < to; at++) {
    paragraph.length++;
    if (MARKS.includes(text[at] ?? " ")) paragraph.marks++;
    if (paragraph.length * paragraph.marks <= MOST || at + 1 === text.length) continue;
    const cut = blankBefore(text, at, begun);
    yield cut;
    Object.assign(paragraph, { length: Math.max(0, at - cut - 1), marks: marksIn(text, cut + 2, at + 1) });
    begun = cut + 2;
    at = Math.max(at, cut + 1);
  }
}

function marksIn(text: string, from: number, to: number): number {
  return from < to ? (text.slice(from, to).match(EVERY_MARK)?.length ?? 0) : 0;
}

/** @returns the last blank before an offset, and else the offset */
function blankBefore(text: string, at: number, begun: number): number {
  const blank = text.lastIndexOf(" ", at - 1);
  return blank >= Math.max(begun, at - REACH) ? blank : at;
}
