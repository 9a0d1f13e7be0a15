import { labelsIn, withStandardAnswer } from "../../context/lexicon/labels.ts";
import type { Answer, Lexicon } from "../../context/lexicon/types.ts";
import { columnsOf } from "../../context/standard-words.ts";
import type { TemplateSection } from "../../context/types.ts";
import type { Field, Inline, MarkdownDocument, Section, Table } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import type { Alignment } from "../types.ts";
import { withChildren } from "./align.ts";

/** What the first column of a table of records names. */
const NAMED = ["Structure", "Component", "Entity", "Interface"];

/** Gives the standard name of a word; the word itself where it has none. */
type NameOf = (word: string) => string;

/** What labels and columns of a section are called. */
interface Names {
  label: NameOf;
  column: NameOf;
}

/** What of a section changes. */
type Renamed = Pick<Section, "fields" | "tables">;

/** What the cells of some columns answer, by the standard name of the column. */
const ANSWERED: ReadonlyMap<string, readonly Answer[]> = new Map([
  ["Required", ["yes", "no"]],
  ["Nullable", ["yes", "no"]],
  ["Decision", ["applied", "declined"]],
]);

/**
 * Gives the labels and columns of a document the names by which facts and checks know them, where its author wrote them in the words of the
 * team's template or of a language of the lexicon. What is written, and where, stays.
 *
 * @returns the document itself where nothing has another name
 */
export function inStandardWords(document: MarkdownDocument, alignments: readonly Alignment[], lexicon: Lexicon): MarkdownDocument {
  // By where they begin: the outline may hold another copy of a section.
  const renamed = new Map<number, Renamed>();
  for (const { template, sections, unread = [] } of alignments.flatMap(withChildren)) {
    const names = namesFor(template, lexicon);
    if (!names) continue;
    for (const section of [...sections, ...unread]) {
      const { start } = section.heading;
      const named = renameIn({ ...section, ...renamed.get(start) }, names, lexicon);
      if (named) renamed.set(start, named);
    }
  }
  if (renamed.size === 0) return document;
  const known = new Map<Section, Section>();
  const rebuild = (section: Section): Section => {
    const done = known.get(section) ?? { ...section, ...renamed.get(section.heading.start), sections: section.sections.map(rebuild) };
    known.set(section, done);
    return done;
  };
  return { ...document, sections: document.sections.map(rebuild), allSections: document.allSections.map(rebuild) };
}

function namesFor(template: TemplateSection, lexicon: Lexicon): Names | undefined {
  const record = template.sections.find(({ repeated }) => repeated);
  const parts = [...template.parts, ...(record?.parts ?? [])];
  if (parts.length === 0) return undefined;
  const labels = parts.flatMap((part) => (part.form === "field" ? [part.label] : []));
  const columns = parts.flatMap(columnsOf);
  const words = Object.entries({ ...record?.words, ...template.words });
  const nameIn = (standard: readonly string[]): NameOf => {
    const keys = new Set(standard.map(nameKey));
    const own = words.filter(([name]) => standard.includes(name)).sort(([a], [b]) => standard.indexOf(a) - standard.indexOf(b));
    return (word) => {
      const key = nameKey(word);
      // A column without a title, or of numbers, stands for none.
      if (key === "" || keys.has(key)) return word;
      const named = own.find(([, each]) => nameKey(each) === key)?.[0];
      if (named !== undefined) return named;
      const known = labelsIn(lexicon, word);
      return standard.find((name) => known.includes(name)) ?? word;
    };
  };
  // A table of records has their labels as its columns.
  return { label: nameIn(labels), column: nameIn([...columns, ...labels, ...(record ? NAMED : [])]) };
}

/** @returns undefined where nothing has another name */
function renameIn(section: Section, { label, column }: Names, lexicon: Lexicon): Renamed | undefined {
  const isStandard =
    section.fields.every((field) => label(field.label) === field.label) &&
    tablesOf(section).every(({ header }) => header.every(({ text }) => column(text) === text));
  if (isStandard) return undefined;
  const tables = new Map(tablesOf(section).map((table) => [table, renamedTable(table, column, lexicon)]));
  const tableOf = (table: Table) => tables.get(table) ?? table;
  return {
    fields: section.fields.map((field) => ({ ...renamedField(field, label, lexicon), tables: field.tables.map(tableOf) })),
    tables: section.tables.map(tableOf),
  };
}

function tablesOf({ tables, fields }: Section): Table[] {
  return [...new Set([...tables, ...fields.flatMap((field) => field.tables)])];
}

function renamedField(field: Field, nameOf: NameOf, lexicon: Lexicon): Field {
  const label = nameOf(field.label);
  return label === field.label ? field : { ...field, label, value: answering(field.value, ["none"], lexicon) };
}

function renamedTable(table: Table, nameOf: NameOf, lexicon: Lexicon): Table {
  const header = table.header.map((cell) => ({ ...cell, text: nameOf(cell.text) }));
  const expected = header.map(({ text }) => ANSWERED.get(text) ?? []);
  return { ...table, header, rows: table.rows.map((row) => row.map((cell, index) => answering(cell, expected[index] ?? [], lexicon))) };
}

function answering(said: Inline, expected: readonly Answer[], lexicon: Lexicon): Inline {
  const text = expected.length === 0 ? said.text : withStandardAnswer(lexicon, said.text, expected);
  return text === said.text ? said : { ...said, text };
}
