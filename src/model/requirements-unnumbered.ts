import type { Field, Inline, List, MarkdownDocument, Section } from "../markdown/index.ts";

import type { Requirement } from "./types.ts";

type Kind = Requirement["kind"];

/** Titles under which the items of a list are requirements, without the numbering of headings. */
const REQUIREMENTS: readonly (readonly [RegExp, Kind])[] = [
  [
    /^non-?\s?functional|^quality (?:requirements|attributes)|^nicht-?funktionale|^exigences non|^requisitos no|^非機能要件|^非功能/iu,
    "non-functional",
  ],
  [
    /^(?:(?:core|key|backend|product|system|high-level|business) )?(?:functional )?requirements?$|^funktionale anforderungen$|^anforderungen$|^exigences(?: fonctionnelles)?$|^requisitos(?: funcionales)?$|^機能要件$|^要件$|^(?:功能)?需求$/iu,
    "functional",
  ],
];
const STORIES = /^user stories$|^stories$|stories$/i;
const CRITERIA = /^(?:acceptance|success) criteria$|^definition of done$/i;
const ASIDE = /^(?:out of scope|non-?goals?|open questions?|glossary|risks?|dependencies|assumptions|constraints|testing requirements?)/i;

/** One statement that a PRD gives no id. */
interface Statement {
  inline: Inline;
  /** The number that the list itself shows. */
  shown?: number;
}

/**
 * Reads requirements that bear no ids, each named by its section and number (`Functional Requirements 3`).
 *
 * @param taken sections that already declare requirements by id: their other items are details
 * @param alone no requirement of the PRD bears an id: then stories, and last criteria, stand for requirements
 */
export function readUnnumbered(
  document: MarkdownDocument,
  file: string,
  taken: (section: Section) => boolean,
  alone: boolean,
): Requirement[] {
  const stated = REQUIREMENTS.flatMap(([title, kind]) => inSections(document, title, kind, file, taken));
  if (stated.length > 0 || !alone) return unique(stated);
  const titled = titledStories(document, file);
  const stories = unique(titled.length > 0 ? titled : inSections(document, STORIES, "story", file, taken));
  return stories.length > 0 ? stories : unique(inSections(document, CRITERIA, "criterion", file, taken));
}

function unique(requirements: Requirement[]): Requirement[] {
  const seen = new Set<string>();
  return requirements.filter(({ place, id }) => {
    const keys = [`${place.line}:${place.column}`, id];
    const isNew = keys.every((key) => !seen.has(key));
    for (const key of keys) seen.add(key);
    return isNew;
  });
}

function inSections(
  document: MarkdownDocument,
  title: RegExp,
  kind: Kind,
  file: string,
  taken: (section: Section) => boolean,
): Requirement[] {
  const roots = document.allSections.filter((section) => title.test(unnumber(section.title)));
  return roots.flatMap((root) => {
    const sections = descend(root, (child) => !standsAlone(child));
    if (sections.some(taken)) return [];
    return nameStatements(
      root,
      sections.flatMap((section) => statementsIn(section, document)),
      kind,
      file,
    );
  });
}

function unnumber(title: string): string {
  return title
    .replace(/^\s*\d+(?:\.\d+)*[.):]?\s+/, "")
    .replace(/[:：]\s*$/, "")
    .trim();
}

/** A subsection that is a requirements section itself, or sets things aside, is not descended into. */
function standsAlone(section: Section): boolean {
  const name = unnumber(section.title);
  return ASIDE.test(name) || REQUIREMENTS.some(([title]) => title.test(name));
}

function descend(section: Section, enter: (child: Section) => boolean): Section[] {
  return [section, ...section.sections.filter(enter).flatMap((child) => descend(child, enter))];
}

/** Headings such as `Requirement: Load the file` state one each; otherwise the items of lists, tables and labels do. */
function statementsIn(section: Section, document: MarkdownDocument): Statement[] {
  const titled = /^requirement\s*:\s*(\S.*)$/i.exec(section.title);
  if (titled) return [{ inline: { text: titled[1] ?? "", source: titled[1] ?? "", codes: [], span: section.heading } }];
  if (/^scenario\b/i.test(section.title)) return [];
  const owned = new Set<List>(section.fields.flatMap(({ lists }) => lists));
  const loose = section.lists.filter((list) => !owned.has(list));
  const statements = [
    ...section.fields.flatMap((field) => fromField(field, document)),
    ...loose.flatMap((list) => fromList(list, document)),
    ...section.tables.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row[0] && row[0].text !== "" ? [{ inline: { ...row[0], text: row.map(({ text }) => text).join("; ") } }] : [],
      ),
    ),
  ];
  return statements.sort((a, b) => a.inline.span.start - b.inline.span.start);
}

/** `**Listing:**` above a list heads a group; `**Fast**: answers within 1 s` is a statement. */
function fromField(field: Field, document: MarkdownDocument): Statement[] {
  if (field.lists.length > 0) return field.lists.flatMap((list) => fromList(list, document));
  if (field.value.text === "" || /^(?:given|when|then|and|but)$/i.test(field.label)) return [];
  return [{ inline: { ...field.value, text: `${field.label}: ${field.value.text}`, span: field.span } }];
}

function fromList(list: List, document: MarkdownDocument): Statement[] {
  return list.items
    .filter(({ text }) => text !== "" && !/^(?:given|when|then|and|but)\b/i.test(text))
    .map((item) => ({ inline: item, shown: list.ordered ? shownNumber(item, document) : undefined }));
}

/** The number before the item, as the text shows it: lists of one PRD may run on under several headings. */
function shownNumber(item: Inline, { text }: MarkdownDocument): number | undefined {
  const lineStart = text.lastIndexOf("\n", item.span.start - 1) + 1;
  const marker = /(\d{1,4})[.)]\s+(?:\[[ xX]\]\s*)?$/.exec(text.slice(lineStart, item.span.start));
  return marker ? Number(marker[1]) : undefined;
}

/** Shown numbers name the statements where they are unique in the section; otherwise they are counted. */
function nameStatements(root: Section, statements: readonly Statement[], kind: Kind, file: string): Requirement[] {
  const shown = statements.map((statement) => statement.shown);
  const usable = shown.every((number) => number !== undefined) && new Set(shown).size === shown.length;
  const title = unnumber(root.title);
  return statements.map(({ inline, shown: number }, index) =>
    requirement(`${title} ${usable ? number : index + 1}`, false, inline, kind, root.title, file),
  );
}

/** `**Story 4: Preview**` and `### Story 4` are numbered by the PRD itself. */
function titledStories(document: MarkdownDocument, file: string): Requirement[] {
  return document.allSections.flatMap((section) => {
    const lines = [
      ...(section.depth > 0 ? [{ text: section.title, source: section.title, codes: [], span: section.heading }] : []),
      ...section.paragraphs,
      ...section.fields.map(({ label, value, span }) => ({ ...value, text: `${label}: ${value.text}`, span })),
    ];
    return lines.flatMap((inline) => {
      const match = /^(?:user )?story\s+(\d{1,3})\b[\s:.–—-]*(.*)$/is.exec(inline.text);
      return match
        ? [requirement(`Story ${Number(match[1])}`, true, { ...inline, text: match[2] ?? "" }, "story", section.title, file)]
        : [];
    });
  });
}

function requirement(id: string, numbered: boolean, { text, span }: Inline, kind: Kind, section: string, file: string): Requirement {
  return {
    id,
    numbered,
    kind,
    text,
    section,
    place: { file, line: span.line, column: span.column, endLine: span.endLine, endColumn: span.endColumn },
  };
}
