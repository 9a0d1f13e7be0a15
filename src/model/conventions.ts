import type { Place } from "../findings/finding.ts";
import { family } from "./documents/families.ts";
import type { Case, Convention, NameKind } from "./types/conventions.ts";
import type { AlignedDocument } from "./types/documents.ts";

// The words by which people name a case; the longer ones stand first, since `snake_case` is part of `UPPER_SNAKE_CASE`.
const CASE_WORDS: readonly [Case, RegExp][] = [
  [
    "UPPER_SNAKE_CASE",
    /\b(?:(?:upper|screaming|capital|all[- ]caps)[ _-]?snake(?:[ _-]?case)?|constant[ _-]?case|(?:capitals|upper[- ]?case)(?: letters| words)? (?:with|and|joined by) underscores?)\b/i,
  ],
  ["PascalCase", /\b(?:pascal[ -]?case|upper[ -]?camel(?:[ -]?case)?)\b/i],
  ["camelCase", /\b(?:lower[ -]?)?camel[ -]?case\b/i],
  ["snake_case", /\b(?:snake[ _-]?case|lower[- ]?case(?: letters| words)? (?:with|and|joined by) underscores?)\b/i],
  ["kebab-case", /\b(?:kebab[ -]?case|(?:lower[- ]?case )?(?:words? )?(?:hyphenated|with (?:hyphens|dashes)))\b/i],
  ["dot.case", /\b(?:dot[ .-]?case|dot[ -](?:separated|notation)|separated by dots|joined by dots)\b/i],
];

const KIND_WORDS: readonly [NameKind, RegExp][] = [
  ["enumeration value", /\b(?:enum(?:eration)?s?(?: (?:value|member|constant)s?)?)\b/i],
  ["error code", /\berror(?: code)?s?\b|\bcodes\b/i],
  ["parameter", /\b(?:path |query )?param(?:eter)?s\b/i],
  ["path", /\b(?:paths?|urls?|routes?|endpoints?|resources?)\b/i],
  ["event", /\b(?:events?|messages?|topics?)\b/i],
  ["structure", /\b(?:dtos?|(?:data )?structures?|schemas?|types?|models?|payloads?|objects?)\b/i],
  ["column", /\bcolumns?\b|\b(?:database|db|sql) (?:fields?|attributes?)\b/i],
  ["table", /\b(?:tables?|entit(?:y|ies))\b/i],
  ["field", /\b(?:fields?|propert(?:y|ies)|attributes?|keys?)\b/i],
  ["command", /\b(?:sub)?commands?\b/i],
  ["option", /\b(?:options?|flags?)\b/i],
  ["function", /\b(?:functions?|methods?)\b/i],
];

/** @returns the conventions that the research report states, in its table, its lists and its prose. */
export function readConventions(research: AlignedDocument | undefined): Convention[] {
  if (!research) return [];
  const sections = family(research, "conventions").flatMap(({ sections }) => sections.flatMap((section) => [section, ...section.sections]));
  const found = sections.flatMap((section) => [
    ...section.tables.flatMap(({ rows }) =>
      rows.flatMap(([kind, statement]) =>
        kind && statement ? parse(statement.text, kindsIn(kind.text), research.place(statement.span)) : [],
      ),
    ),
    ...section.fields.flatMap(({ label, value }) => parse(value.text, kindsIn(label), research.place(value.span))),
    ...section.lists.flatMap(({ items }) => items.flatMap((item) => parse(item.text, [], research.place(item.span)))),
    ...section.paragraphs.flatMap((paragraph) => parse(paragraph.text, [], research.place(paragraph.span))),
  ]);
  // Of two statements on one kind the first counts: a contradiction of the report with itself is not the design's.
  return found.filter(({ kind }, index) => found.findIndex((other) => other.kind === kind) === index);
}

/** Reads "DTOs use PascalCase, fields camelCase": each clause that names a case governs the kinds that it names. */
function parse(text: string, subject: readonly NameKind[], place: Place): Convention[] {
  const found: Convention[] = [];
  let open: NameKind[] = [];
  for (const clause of text.split(/[;,\n]|\.\s|\band\b(?=[^,;.]{0,120}\b(?:case|underscores?|hyphens|dashes)\b)/)) {
    const named = CASE_WORDS.find(([, words]) => words.test(clause));
    const kinds = kindsIn(named ? clause.replace(named[1], " ") : clause);
    if (!named) {
      open = [...open, ...kinds];
      continue;
    }
    const governed = [...open, ...kinds].length > 0 ? [...open, ...kinds] : subject;
    found.push(...governed.map((kind) => ({ kind, case: named[0], place })));
    open = [];
  }
  return found;
}

/** Names in the code of one language: what Go fields are called says nothing of keys in JSON or of columns. */
const IN_CODE =
  /\b(?:go|golang|java|kotlin|swift|rust|python|ruby|php|typescript|javascript|scala|c#|c\+\+|struct|class|instance|member|local|private|exported|unexported)(?: (?:struct|class|code|source|instance|private|exported|local|variable|file|package|module)s?)?(?:'s)? (?:fields?|propert(?:y|ies)|attributes?|keys?|variables?|members?|files?|packages?|modules?)(?: names?)?\b/gi;

/** "Command file", "event handler": what the code for a thing is called says nothing of the thing. */
const OF_CODE = /\b\w{2,30} (?:files?|variables?|handlers?|modules?|packages?|classes|tests?)\b/gi;

/** Of these, the fields of structures, which may be listed beside what crosses an interface. */
const FIELD_IN_CODE = /\b(?:fields?|propert(?:y|ies)|attributes?|members?)\b/i;

function kindsIn(text: string): NameKind[] {
  let rest = text.replace(IN_CODE, " ").replace(OF_CODE, " ");
  const inCode: NameKind[] = (text.match(IN_CODE) ?? []).some((name) => FIELD_IN_CODE.test(name)) ? ["field in code"] : [];
  const others = KIND_WORDS.flatMap(([kind, words]): NameKind[] => {
    if (!words.test(rest)) return [];
    rest = rest.replace(words, " ");
    return [kind];
  });
  return [...inCode, ...others];
}
