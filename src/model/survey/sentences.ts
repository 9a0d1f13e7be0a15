import type { DocumentKind } from "../../config/config.ts";
import { allItems, type Inline, type Section } from "../../markdown/index.ts";
import type { AlignedDocument, Place } from "../types.ts";

/** A sentence of an input that says what is. */
export interface Claiming {
  document: DocumentKind;
  /** As written, without what it says of a purpose or a consequence. */
  text: string;
  /** Names in inline code. */
  codes: string[];
  /** What it says is there: all names and routes where its heading says so too, else those that stand beside the word that does. */
  named: string[];
  place: Place;
}

/** Below these headings a present tense says what is there. */
const IS =
  /\bassum|\bcurrent(?:ly)? (?:state|situation|systems?|behaviou?r|implementation|architecture|code\w{0,4}|stack|structure|schema|data|setup|process|status)\b|\bexisting (?:interfaces?|systems?|code\w{0,4}|state|behaviou?r|implementation|architecture|apis?|commands?|routes?|endpoints?|tables?|schema|data|models?|types?|components?|structure|functionality|stack)\b|^(?:current|existing|today)$|\b(?:as[- ]is|status quo|preconditions?|prerequisites?|in place|in use|present state)\b/i;
/** Below these it says what is wanted, thought of, or was. */
const WISHED =
  /\b(?:recommend\w{0,9}|propos\w{0,6}|options?|alternatives?|future|plan(?:s|ned)?|target|to[- ]be|next|new|gaps?|requirements?|solution|goals?|risks?|tests?|testing|criteria|stor(?:y|ies)|design|examples?|samples?|scope|non-goals?|questions?|glossary|references?|history|changelog|departures?|related|journeys?|workflows?|scenarios?|personas?|decisions?|implementation|approach|best practices?|considerations?|integration points?|lessons?)\b/i;
const SAYS_IS =
  /\b(?:already|existing|currently|today|at present|as of now|exists?|(?:we|the (?:code|codebase|project|system|api|application)) (?:has|have|uses?))\b/i;
const SAYS_WISH =
  /\b(?:must|shall|should|will|would|may|might|could|needs?|needed|to be|wants?|adds?|added|adding|introduc\w{1,6}|creat\w{1,6}|new|propos\w{1,6}|recommend\w{0,6}|plan(?:s|ned)?|extend(?:s|ed|ing)?|implement\w{0,6}|if|missing|no|not|none|without|never|lacks?|instead|unless|suggest\w{0,4}|similar|e\.g\.|for example|such as|like|wrong|false|incorrect|outdated|actually|removed|dropped|withdrawn|retired|formerly|PRD)\b/i;
/** "that we can extend", ", so a slow server does not slow requests", ", by which we find the inactive". */
const BESIDE =
  /\b(?:that|which)\s(?:we|you|the team)\s(?:can|may|could)\s\w{1,30}|,\s(?:so|which|by which|so that|because|since)\s.{0,400}$/gis;

/** @returns the sentences of an input that say what the code has; what is asked to be built is none of them */
export function claimingSentences(document: AlignedDocument): Claiming[] {
  const found: Claiming[] = [];
  const open: Section[] = [];
  for (const section of document.markdown.allSections) {
    while ((open.at(-1)?.depth ?? 0) >= section.depth) open.pop();
    open.push(section);
    const titles = open.slice(open[0]?.depth === 1 && open.length > 1 ? 1 : 0).map(({ title }) => title);
    const isWished = titles.some((title) => WISHED.test(title) && !IS.test(title));
    // A report on the PRD's assumptions repeats them.
    if (document.kind === "research" && titles.some((title) => /\bassum|\bPRD\b/i.test(title))) continue;
    const isTitled = !isWished && (document.kind === "research" || titles.some((title) => IS.test(title)));
    for (const inline of inlinesOf(section)) found.push(...sentencesIn(document, inline, isTitled));
  }
  return found;
}

/** Paragraphs, items and values; a row is one, with all of its cells. */
function inlinesOf({ paragraphs, lists, fields, tables }: Section): (Pick<Inline, "span"> & { row?: true })[] {
  const listed = [...lists, ...fields.flatMap((field) => field.lists)].flatMap(allItems);
  const cells = [...tables, ...fields.flatMap((field) => field.tables)].flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const [first, last] = [row[0], row.at(-1)];
      return first && last ? [{ span: { ...first.span, end: last.span.end }, row: true as const }] : [];
    }),
  );
  return [...paragraphs, ...listed, ...fields.map(({ value }) => value), ...cells];
}

function sentencesIn(document: AlignedDocument, { span, row }: Pick<Inline, "span"> & { row?: true }, isTitled: boolean): Claiming[] {
  const { prose, lines } = document.markdown;
  const found: Claiming[] = [];
  let start = span.start;
  const whole = prose.slice(span.start, span.end);
  // What one cell says another may take back.
  for (const part of row ? [whole] : whole.split(/(?<=[.;!?])(?=\s{1,9}\S)/)) {
    const text = part.replace(BESIDE, "");
    const end = start + part.length;
    const place = () => document.place(lines.span(start + (part.length - part.trimStart().length), end));
    const isWish = SAYS_WISH.test(text);
    if (text.length > 8 && text.length < 600 && !isWish && (isTitled || SAYS_IS.test(text)))
      found.push({
        document: document.kind,
        text,
        codes: codesIn(text, CODE),
        named: isTitled ? [...codesIn(text, CODE), ...codesIn(text, ENDPOINT)] : [...codesIn(text, CALLED), ...codesIn(text, EXISTS)],
        place: place(),
      });
    // "The existing table `item_audit` is extended": what is wanted of it, it is there.
    else if (isWish && !DENIES.test(text))
      found.push(
        ...Array.from(text.matchAll(EXISTING), ([phrase]) => ({
          ...{ document: document.kind, text: phrase, codes: codesIn(phrase, CODE), named: codesIn(phrase, CODE), place: place() },
        })),
      );
    start = end;
  }
  return found;
}

/** "the existing nightly Celery job", "our existing table `item_audit`". */
const EXISTING = /\b(?:the|our|an?)\sexisting\s(?:[\w-]{1,30}\s){0,3}(?:`[^`\n]{1,120}`|[\w-]{1,30})/gi;
const DENIES =
  /\b(?:no|not|none|without|never|missing|lacks?|instead|unless|if|similar|like|wrong|false|removed|dropped|withdrawn|retired|formerly)\b/i;

const CODE = /`([^`\n]{1,120})`/g;
const ENDPOINT = /(?<!`)\b((?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s\/[^\s`"'|,;)]{0,300})/g;
/** "the existing `orders` table", "`orders` exists already". */
const CALLED = /\b(?:existing|current)\s(?:[a-z-]{2,20}\s){0,2}`([^`\n]{1,120})`/gi;
const EXISTS = /`([^`\n]{1,120})`\s(?:[a-z-]{2,20}\s){0,2}(?:already|currently|exists)\b/gi;

function codesIn(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, code]) => code as string);
}
