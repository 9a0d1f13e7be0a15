import type { Field, Inline, List, MarkdownDocument, Section, Span, Table } from "../markdown/index.ts";
import { titleKey } from "../text/names.ts";
import { isKnownPrefix, leadingId, ownId, requirementKey } from "./requirement-ids.ts";
import { readUnnumbered } from "./requirements-unnumbered.ts";
import type { Requirement } from "./types.ts";

/** Sections in which an id is cited or set aside, never declared. */
const ASIDE =
  /^(?:outofscope|nongoals?|openquestions?|questions?|glossary|appendix.*|references?|relateddocuments?|changelog|history|traceability.*|dependencies|assumptions)$/;

/** A text that begins with an id, before it is decided what it declares. */
interface Candidate {
  id: string;
  prefix: string;
  text: string;
  section: Section;
  span: Span;
  /** The id stands apart from its text, as in `FR-1: ...`; otherwise it may be a mere citation. */
  separated: boolean;
}

/**
 * Reads the requirements that a PRD declares, in the order of the text: ids in headings, bold labels,
 * list items and table cells; where a PRD gives no ids, the items of its requirement sections, each
 * named by section and number. A requirement that is merely cited is not declared.
 *
 * @param file the PRD's path, for places
 * @param idPatterns ids in forms of the team's own
 */
export function readRequirements(document: MarkdownDocument, file: string, idPatterns: readonly RegExp[] = []): Requirement[] {
  const numbered = declared(document, idPatterns);
  const found = numbered.length > 0 ? numbered.map((candidate) => asRequirement(candidate, file)) : [];
  const sections = new Set(numbered.map(({ section }) => section));
  const others = readUnnumbered(document, file, (section) => sections.has(section), found.length === 0);
  return [...found, ...others].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

function declared(document: MarkdownDocument, idPatterns: readonly RegExp[]): Candidate[] {
  const sections = document.allSections.filter((section) => !ASIDE.test(titleKey(section.title)));
  const custom = customPrefixes(sections);
  const isPrefix = (prefix: string) => isKnownPrefix(prefix) || custom.has(prefix);
  const find: FindId = (text) => ownId(text, idPatterns) ?? leadingId(text, isPrefix);
  const candidates = [document.preamble, ...sections].flatMap((section) => candidatesIn(section, find));
  // What stands apart from its text declares; what runs on into a sentence does so only where nothing else does.
  const byKey = new Map<string, Candidate>();
  for (const candidate of [...candidates.filter(({ separated }) => separated), ...candidates.filter(({ separated }) => !separated)]) {
    const key = requirementKey(candidate.id);
    if (!byKey.has(key)) byKey.set(key, candidate);
  }
  return [...byKey.values()];
}

// Names of standards and algorithms that look like ids.
const STANDARDS = /^(?:SHA|MD|UTF|ISO|RFC|HTTP|TLS|SSL|AES|RSA|EC|CVE|CWE|IPV|ADR|PRD|E|T|P|V|Q|H)$/;

/** A team's own prefix counts when at least two items of a requirements section begin with it. */
function customPrefixes(sections: readonly Section[]): Set<string> {
  const counts = new Map<string, number>();
  const requirementSections = sections.filter(({ title }) => /requirement|anforderung|exigence|requisito|要件|需求/iu.test(title));
  for (const section of requirementSections.flatMap(withDescendants)) {
    for (const { prefix, separated } of candidatesIn(section, (text) => leadingId(text, (prefix) => !STANDARDS.test(prefix))))
      if (separated) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([prefix]) => prefix));
}

function withDescendants(section: Section): Section[] {
  return [section, ...section.sections.flatMap(withDescendants)];
}

type FindId = (text: string) => ReturnType<typeof leadingId>;

function candidatesIn(section: Section, find: FindId): Candidate[] {
  const read = (text: string, rest: () => string, span: Span): Candidate[] => {
    const found = find(text);
    return found
      ? [
          {
            id: found.id,
            prefix: found.prefix,
            text: (found.rest === "" ? rest() : found.rest).trim(),
            section,
            span,
            separated: found.separated,
          },
        ]
      : [];
  };
  const heading =
    section.depth > 0
      ? read(section.title, () => section.paragraphs[0]?.text ?? section.lists[0]?.items[0]?.text ?? "", section.heading)
      : [];
  return [
    ...heading,
    ...section.fields.flatMap((field) => readField(field, read)),
    ...section.paragraphs.flatMap((paragraph) => read(paragraph.text, () => "", paragraph.span)),
    ...section.lists.flatMap((list) => readList(list, read)),
    ...section.tables.flatMap((table) => readTable(table, read)),
  ];
}

type Read = (text: string, rest: () => string, span: Span) => Candidate[];

function readField(field: Field, read: Read): Candidate[] {
  const inLists = field.lists.flatMap((list) => readList(list, read));
  return [
    ...read(field.label, () => field.value.text, field.span).map((candidate) => ({
      ...candidate,
      separated: true,
      text: [candidate.text, candidate.text === field.value.text ? "" : field.value.text].filter(Boolean).join(": "),
    })),
    ...inLists,
  ];
}

function readList(list: List, read: Read): Candidate[] {
  return list.items.flatMap((item) => [
    ...read(item.text, () => item.lists[0]?.items[0]?.text ?? "", item.span),
    ...item.lists.flatMap((nested) => readList(nested, read)),
  ]);
}

/** The id stands in the first column, or in the one that is headed ID. */
function readTable({ header, rows }: Table, read: Read): Candidate[] {
  const column = Math.max(
    0,
    header.findIndex(({ text }) => /^(?:id|nr\.?|no\.?|#|key|ref|req(?:uirement)?[ .-]?(?:id|no\.?))$/i.test(text.trim())),
  );
  return rows.flatMap((row) => {
    const cell = row[column];
    if (!cell) return [];
    return read(cell.text, () => rowText(header, row, column), cell.span);
  });
}

function rowText(header: readonly Inline[], row: readonly Inline[], column: number): string {
  const named = header.findIndex(({ text }) => /^(?:requirement|description|statement|anforderung|text)s?$/i.test(text.trim()));
  if (named !== -1 && named !== column) return row[named]?.text ?? "";
  return row
    .filter((_, index) => index !== column)
    .map(({ text }) => text)
    .join("; ");
}

function asRequirement({ id, prefix, text, section, span }: Candidate, file: string): Requirement {
  return {
    id,
    numbered: true,
    kind: kindOf(prefix, section.title),
    text,
    section: section.title,
    place: { file, line: span.line, column: span.column, endLine: span.endLine, endColumn: span.endColumn },
  };
}

function kindOf(prefix: string, title: string): Requirement["kind"] {
  if (/^(?:NFR|NF|NREQ|NONFUNC|QR|PERF|SEC|REL|AVAIL|USAB|OPS)$|-(?:NF|N|Q|P)$/.test(prefix)) return "non-functional";
  if (/^(?:US|STORY|UC)$/.test(prefix)) return "story";
  if (prefix === "AC") return "criterion";
  return /^non-?functional/i.test(title.trim()) ? "non-functional" : "functional";
}
