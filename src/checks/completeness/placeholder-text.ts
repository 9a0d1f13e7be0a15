import type { MarkdownDocument } from "../../markdown/index.ts";
import { outputs } from "../../model/query.ts";
import type { Model } from "../../model/types.ts";
import { within } from "../../text/ranges.ts";
import { matchesIn, type PrefilteredExpression, prefiltered } from "../../text/required-literals.ts";
import { shorten } from "../../text/shorten.ts";
import { trigramFilterOf } from "../../text/trigrams.ts";
import { defineCheck } from "../define.ts";

// What stands for text wherever it is read; a todo in small letters may be what a feature is about.
const MARKERS = [/\b(?:TODO|FIXME|XXX|TKTK)\b/g, /\b(?:TBD|TBC)\b/gi, /\?{3,}/g].map(prefiltered);

// Each is bounded, so that no text can make it slow.
const PLACEHOLDERS = [
  // Statements in braces are code, of which other checks tell; `{#id}` names a heading.
  /\{(?! [^{}\n]{0,200};|:? ?#[\w.-]{1,99}\})[^{}\n]{0,200}\}/g,
  /\bto be (?:defined|decided|confirmed)\b/gi,
  // "An interface to be added to the client" and "determined by its caller" tell what is done; what stands alone is still to be done.
  /(?<!\b(?:needs?|ha[sd]|have|for [^\s.;|]{1,60}|want|expected|require[sd]?|going|ought) {1,3})\bto be (?:completed|written|added|filled(?: in)?|specified)\b(?! {1,3}(?:to|by|for|in|into|with|on|as|from|via|through)\b)/gi,
  /\bto be determined\b(?! {1,3}(?:by|at|from|during|when|per|via)\b)/gi,
  /\b(?:lorem ipsum|coming soon|insert [a-z ]{1,30} here|placeholder text)\b/gi,
  /\[(?:TODO|TBD|insert[^\]\n]{0,60}|your [^\]\n]{0,60}|name|description|type|purpose)\](?!\()/gi,
].map(prefiltered);

export default defineCheck({
  id: "placeholder-text",
  category: "completeness",
  severity: "error",
  messages: {
    placeholder: {
      text: 'Unexpected placeholder "{found}".',
      advice:
        "Replace it with what the design decides; what is not the author's to decide belongs under Open Questions, with who decides it.",
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      const { lines } = document.markdown;
      const rows = rowsIn(document.markdown);
      const told = new Set<number>();
      for (const { index, found } of [...inProse(document.markdown), ...inDiagrams(document.markdown)]) {
        const { line } = lines.point(index);
        // Whatever is still to be written in a row, it is one thing to do.
        if (isAsked(model, document.file, line, found) || (rows.has(line) && told.has(line))) continue;
        told.add(line);
        yield {
          message: "placeholder",
          place: document.place(lines.span(index, index + found.length)),
          arguments: { found: shorten(found, LONGEST) },
        };
      }
    }
  },
});

/** The lines on which a row of a table stands. */
function rowsIn({ allSections }: MarkdownDocument): Set<number> {
  return new Set(
    allSections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap(([cell]) => (cell ? [cell.span.line] : [])))),
  );
}

/** In an open question, what is undecided is said honestly; only what is assumed meanwhile has to be there. */
function isAsked({ undecided }: Model, file: string, line: number, found: string): boolean {
  if (found.startsWith("{")) return false;
  return undecided.some(
    ({ place, assumption }) =>
      place.file === file &&
      line >= place.line &&
      line <= (place.endLine ?? place.line) &&
      assumption !== "" &&
      !assumption.includes(found),
  );
}

interface Placeholder {
  index: number;
  found: string;
}

function inProse({ prose, inlineCodes }: MarkdownDocument): Placeholder[] {
  const isCode = within(inlineCodes.map(({ span }) => span));
  // `/orders/{orderId}` is a path parameter, in inline code or in a heading.
  const isPath = ({ index, found }: Placeholder) =>
    found.startsWith("{") && /[/\w=]$/.test(prose.slice(Math.max(0, index - 1), index)) && /^\{[\w.-]+\}$/.test(found);
  return placeholders(prose, [...MARKERS, ...PLACEHOLDERS]).filter(
    (match) => !isCode(match.index) && !isPath(match) && !isNamedInQuotes(prose, match),
  );
}

/** `"Refund {refundId} not found"` is a message with a variable; `"{message}"` alone is still to be written. */
function isNamedInQuotes(prose: string, { index, found }: Placeholder): boolean {
  if (!/^\{[A-Za-z_]\w{0,60}\}$/.test(found)) return false;
  const end = index + found.length;
  const near = prose.slice(Math.max(0, index - 200), index);
  const before = near.slice(near.lastIndexOf("\n") + 1);
  const after = /^[^\n]{0,200}/.exec(prose.slice(end, end + 200))?.[0] ?? "";
  return [
    ['"', '"'],
    ["\u201c", "\u201d"],
  ].some(([open = "", close = ""]) => {
    const from = before.lastIndexOf(open);
    const to = after.indexOf(close);
    // Straight quotes look alike: an even number of them before means that none is open.
    const isOpen = open === close ? before.split(open).length % 2 === 0 : from > before.lastIndexOf(close);
    return from !== -1 && to !== -1 && isOpen && /\p{L}{2}/u.test((before.slice(from) + after.slice(0, to)).replace(/\{\w{0,60}\}/g, " "));
  });
}

/** Labels of a diagram are read like prose; its braces and brackets are shapes, its comments are seen by nobody. */
function inDiagrams({ text, blocks }: MarkdownDocument): Placeholder[] {
  return blocks
    .filter(({ language }) => language === "mermaid")
    .flatMap(({ span }) => {
      const source = text.slice(span.start, span.end).replace(/^[ \t]*%%.*$/gm, (comment) => " ".repeat(comment.length));
      return placeholders(source, MARKERS).map(({ index, found }) => ({ index: span.start + index, found }));
    });
}

function placeholders(text: string, patterns: readonly PrefilteredExpression[]): Placeholder[] {
  const filter = trigramFilterOf(text);
  return patterns.flatMap((pattern) => Array.from(matchesIn(text, filter, pattern), ({ 0: found, index }) => ({ index, found })));
}

const LONGEST = 60;
