import type { Field, Inline, Section, Span, Table } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import { isSkeleton } from "../../text/skeleton.ts";
import type { Item, Part, Place, Row, Stated, Value } from "../types.ts";
import { behindLabel, spellingsOf, unlabelled } from "./foreign-values.ts";

export type PlaceOf = (span: Span) => Place;
type FieldPart = Extract<Part, { form: "field" }>;

/** @returns a piece of text with its place. */
export function stated(inline: Inline, place: PlaceOf): Stated {
  return { text: inline.text, source: inline.source, place: place(inline.span) };
}

/** @returns the labelled fields that a template asks for in a section. */
export function fieldParts(parts: readonly Part[]): FieldPart[] {
  return parts.filter((part) => part.form === "field");
}

/** @returns the record that a heading with labelled fields makes. */
export function sectionItem(section: Section, labels: readonly string[], place: PlaceOf): Item {
  return { name: section.title, values: readValues(section, labels, place), form: "section", place: place(section.heading) };
}

/** @returns the values of a section's labelled fields, under the template's spelling of each label. */
export function readValues(section: Section, labels: readonly string[], place: PlaceOf): Record<string, Value> {
  const values: Record<string, Value> = {};
  // What bears no label at all may be anything: nothing in it is taken for a value.
  const isRecord = section.fields.length > 0 || section.blocks.some(({ language }) => language !== "mermaid");
  for (const label of labels) {
    const field = section.fields.find((candidate) => nameKey(candidate.label) === nameKey(label));
    const others = field ? [] : section.fields.filter((candidate) => standsFor(candidate.label, label, labels));
    const child = section.sections.find((candidate) => nameKey(candidate.title) === nameKey(label));
    const told = field ? [field] : others;
    const value = told.length > 0 ? joined(told.map((each) => fieldValue(each, place))) : undefined;
    if (value && says(value)) values[label] = value;
    else if (value) values[label] = behindLabel(section, told, place) ?? unlabelled(section, label, place) ?? value;
    else if (child) values[label] = childValue(child, place);
    else if (isRecord) {
      const stated = unlabelled(section, label, place);
      if (stated) values[label] = stated;
    }
  }
  return values;
}

/** @returns the values of the labelled fields right below a heading, under the template's spelling of each label; nothing is taken for one */
export function labelledValues({ fields }: Section, labels: readonly string[], place: PlaceOf): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const label of labels) {
    const told = fields.filter(({ label: written }) => nameKey(written) === nameKey(label) || standsFor(written, label, labels));
    const value = told.length > 0 ? joined(told.map((each) => fieldValue(each, place))) : undefined;
    if (value && says(value)) values[label] = value;
  }
  return values;
}

/** @returns whether a value holds anything: words, items or a table */
export function says({ text, items, table }: Value): boolean {
  return text !== "" || items.length > 0 || table !== undefined;
}

/** @returns whether a written label stands for one of the template's; a label of the template's own stands for itself alone */
export function standsFor(written: string, label: string, labels: readonly string[]): boolean {
  const key = nameKey(written);
  return spellingsOf(label).includes(key) && !labels.some((other) => nameKey(other) === key);
}

/** @returns one value of what was written under several labels, or in several places; it stands where the first one does */
export function joined(values: readonly Value[]): Value {
  const [first, ...rest] = values as [Value, ...Value[]];
  if (rest.length === 0) return first;
  return {
    ...first,
    text: values
      .map(({ text }) => text)
      .filter(Boolean)
      .join("; "),
    source: values
      .map(({ source }) => source)
      .filter(Boolean)
      .join("; "),
    codes: values.flatMap(({ codes }) => codes),
    items: values.flatMap(({ items }) => items),
    table: values.find(({ table }) => table)?.table,
  };
}

function fieldValue(field: Field, place: PlaceOf): Value {
  const items = field.lists.flatMap((list) => list.items.map((item) => stated(item, place)));
  return {
    ...stated(field.value, place),
    text: [field.value.text, ...items.map(({ text }) => text)].filter(Boolean).join("; "),
    codes: [...field.value.codes, ...field.lists.flatMap((list) => list.items.flatMap(({ codes }) => codes))],
    items,
    table: field.tables[0],
    place: place(field.span),
  };
}

/** A label may also be written as a heading of its own. */
function childValue(section: Section, place: PlaceOf): Value {
  const inlines = [...section.paragraphs, ...section.lists.flatMap((list) => list.items)];
  return {
    text: inlines.map(({ text }) => text).join("; "),
    source: inlines.map(({ source }) => source).join("\n"),
    codes: inlines.flatMap(({ codes }) => codes),
    items: section.lists.flatMap((list) => list.items.map((item) => stated(item, place))),
    table: section.tables[0],
    place: place(section.heading),
  };
}

/** @returns the rows of a table that are no longer the template's: what it names in braces is nothing yet */
export function writtenRows(table: Table): Inline[][] {
  return table.rows.filter((row) => !isSkeleton(row.find(({ text }) => text !== "")?.text ?? ""));
}

/** @returns the rows of tables, by the names of their columns. */
export function readRows(tables: readonly Table[], place: PlaceOf): Row[] {
  return tables.flatMap((table) =>
    writtenRows(table).map((row) => ({
      cells: Object.fromEntries(table.header.flatMap(({ text }, index) => (row[index] ? [[text, row[index]]] : []))),
      place: place((row.find((cell) => cell.text !== "") ?? row[0] ?? { span: table.span }).span),
    })),
  );
}

/** @returns a row's cell under a column, whatever the column's spelling. */
export function cell(row: Row, column: string): Inline | undefined {
  const found = Object.keys(row.cells).find((name) => nameKey(name) === nameKey(column));
  return found === undefined ? undefined : row.cells[found];
}
