import { outputs } from "../../model/query.ts";
import { lastUpTo, within } from "../../text/ranges.ts";
import { matchesIn, prefiltered } from "../../text/required-literals.ts";
import { trigramFilterOf } from "../../text/trigrams.ts";
import { defineCheck } from "../define.ts";
import { demandsOf } from "../vague-context.ts";

/** Words that specify nothing, each with what to write instead. */
const VAGUE_WORDS: readonly [RegExp, string][] = [
  [/\betc\b\.?|\band so (?:on|forth)\b|\band (?:many )?(?:more|others)\b(?=\s*[.,;|)]|\s*$)/gim, "list everything that belongs to it"],
  [
    /\bas (?:needed|necessary|required|appropriate|applicable)\b|\b(?:if|when|where) (?:needed|necessary|appropriate)\b/gi,
    "name the condition",
  ],
  [
    /\bappropriate(?:ly)?\b|\bproper(?:ly)?\b(?! (?:name|noun|subset))|\b(?:an?|the|some|any) suitable\b|\bsuitably\b/gi,
    "say which one, or how",
  ],
  [/\b(?:various|several kinds of|some (?:kind|sort) of|certain (?:cases|conditions|situations|fields|errors))\b/gi, "name them"],
  [
    /\b(?:reasonable|sensible|acceptable|adequate|sufficient) (?:amount|time|number|limit|default|performance|size|delay|period)s?\b/gi,
    "give the figure",
  ],
  [
    /\buser[- ]friendly\b|\bstate[- ]of[- ]the[- ]art\b|\bbest practices?\b|\bindustry[- ]standard\b|\bseamless(?:ly)?\b/gi,
    "say what is done",
  ],
  [
    /\b(?:to be|is|are|was|were) (?:handled|processed|validated|managed) (?:correctly|properly|accordingly|gracefully)\b|\bgracefully\b/gi,
    "say what happens",
  ],
];

// Qualities that say nothing without a figure beside them.
const UNMEASURED_WORDS =
  /(?<!\b(?:more|less|most|least|as) )\b(?:fast|quick(?:ly)?(?![ -](?:start|reference|guide))|high[- ]performance|performant|highly (?:available|scalable)|scalable|robust|efficient(?:ly)?|low[- ]latency|lightweight)\b/gi;

const VAGUE = VAGUE_WORDS.map(([words, instead]) => ({ words: prefiltered(words), instead }));
const UNMEASURED = prefiltered(UNMEASURED_WORDS);

export default defineCheck({
  id: "vague-wording",
  category: "clarity",
  severity: "error",
  messages: {
    vague: { text: 'Unexpected vague "{found}".', advice: "Be exact: {instead}." },
    unmeasured: { text: 'Unexpected "{found}" without a figure.', advice: "Give the figure that makes it true, or leave the word out." },
  },
  *run(model) {
    for (const document of outputs(model)) {
      const { prose, inlineCodes, links, lines } = document.markdown;
      // Inline code and the titles of links are names.
      const isCode = within([...inlineCodes, ...links].map(({ span }) => span));
      const filter = trigramFilterOf(prose);
      const demands = demandsOf(document);
      const aside = (match: RegExpExecArray) => isCode(match.index) || !demands(match) || isName(prose, match) || isExplained(prose, match);
      const place = (start: number, text: string) => document.place(lines.span(start, start + text.length));
      for (const { words, instead } of VAGUE) {
        for (const match of matchesIn(prose, filter, words)) {
          if (aside(match)) continue;
          yield { message: "vague", place: place(match.index, match[0]), arguments: { found: match[0], instead } };
        }
      }
      const isMeasured = figuresIn(prose);
      for (const match of matchesIn(prose, filter, UNMEASURED)) {
        if (aside(match) || isMeasured(match.index) || isPace(prose, match)) continue;
        yield { message: "unmeasured", place: place(match.index, match[0]), arguments: { found: match[0] } };
      }
    }
  },
});

/** A capital in the middle of a sentence begins a name: "Fast Lane". A quoted word is spoken of, not used. */
function isName(prose: string, { 0: found, index }: RegExpExecArray): boolean {
  const before = prose.slice(Math.max(0, index - 2), index);
  const after = prose.slice(index + found.length, index + found.length + 2);
  const titled = /^[A-Z]/.test(found) && (/[\p{L},] ?$/u.test(before) || /^ [A-Z]/.test(after));
  return titled || /["“']$/.test(before) || /^-\w/.test(after) || /\w-$/.test(before);
}

/** "The appropriate name (i.e. the tenant's)", "fails gracefully with `NOT_FOUND`", "any format (semver, dates, etc.)": what is meant stands beside it. */
function isExplained(prose: string, { 0: found, index }: RegExpExecArray): boolean {
  const after = prose.slice(index + found.length, index + found.length + 120);
  if (/^etc/i.test(found) && isExample(prose.slice(Math.max(0, index - 200), index))) return true;
  return (
    /^[^.;|\n]{0,60}(?:\((?:i\.e\.|e\.g\.|that is)|,? (?:including|namely|such as)\b)/i.test(after) ||
    /^\s{1,2}(?:with|by|as|through|via)\b[^.;|\n]{0,60}[`\d]/i.test(after) ||
    /^\s?\([^)\n]{0,40}\d/.test(after) ||
    /^:\s{0,2}(?:\n|$)/.test(after) ||
    /^:?\s{0,2}[`[]/.test(after)
  );
}

/** A list in brackets that gives examples: it says so, it stands behind "any", or it holds names alone. */
function isExample(before: string): boolean {
  const open = before.lastIndexOf("(");
  const opened = before.slice(open + 1);
  if (open === -1 || opened.includes(")")) return false;
  if (/\b(?:e\.g\.|for example|such as|like)/i.test(opened)) return true;
  if (/\b(?:any|arbitrary|whatever|every|all)\b[^.;|()\n]{0,60}$/i.test(before.slice(0, open))) return true;
  return opened.split(",").every((name) => /^\s{0,2}(?:[@`]?[A-Z][\w`.-]*(?: [A-Z][\w`.-]*)*)?\s{0,2}$/.test(name));
}

/** "Tokens can quickly get out of hand" tells of the course of things. */
function isPace(prose: string, { 0: found, index }: RegExpExecArray): boolean {
  if (!/^quickly$/i.test(found)) return false;
  return (
    /\bcan $/.test(prose.slice(Math.max(0, index - 4), index)) ||
    /^ (?:get|become|grow|turn|outgrow|exceed)/.test(prose.slice(index + found.length, index + found.length + 9))
  );
}

/** A figure in the same sentence or cell: "fast, within 200 ms". Where one ends and has a figure is looked up once for a text. */
function figuresIn(prose: string): (index: number) => boolean {
  let marks: number[] | undefined;
  const measured = new Map<number, boolean>();
  return (index) => {
    marks ??= Array.from(prose.matchAll(/[\n|]|\.(?= )/g), (mark) => mark.index);
    const last = lastUpTo(marks, index);
    const known = measured.get(last) ?? /\d/.test(prose.slice((marks[last] ?? -1) + 1, marks[last + 1]));
    measured.set(last, known);
    return known;
  };
}
