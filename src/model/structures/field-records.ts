import type { Section, Table } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import { isSkeleton } from "../../text/skeleton.ts";
import { family } from "../documents/families.ts";
import { readValues, writtenRows } from "../documents/items.ts";
import type { AlignedDocument, DataField, Place } from "../types.ts";
import { isFieldTable, isTableOfFields, readFields } from "./field-tables.ts";

/** A record with fields: a data structure, or an entity. */
export interface FieldRecord {
  name: string;
  purpose: string;
  fields: DataField[];
  place: Place;
}

/** Reads records with fields: below headings, or in one table whose first column names the record. */
export function readRecords(document: AlignedDocument | undefined, facts: string): FieldRecord[] {
  if (!document) return [];
  const aligned = family(document, facts);
  const children = aligned.flatMap(({ children }) => children.filter(({ template }) => template.repeated));
  const written = children.flatMap((child) => child.sections.filter(({ title }) => !isSkeleton(title)));
  // A heading may stand over what several records share, or over another matter with a table of its own.
  const sharing = written.filter((section) => tablesIn(section).some(isShared));
  const sections = written.filter((section) => !sharing.includes(section) && !isOfAnotherMatter(section));
  const tables = [...children.flatMap((child) => child.tables), ...sharing.flatMap(tablesIn)];
  const purposes = new Map(sharing.flatMap((section) => tablesIn(section).map((table) => [table, purposeOf(section, document)] as const)));
  if (sections.length === 0 && tables.length === 0) return foreignRecords(document);
  const records = sections.map((section) => sectionRecord(section, document));
  const named = new Set(records.map(({ name }) => nameKey(name)));
  return [
    ...records,
    ...recordsOf(tables, document, purposes).filter(({ name, fields }) => fields.length > 0 || !named.has(nameKey(name))),
  ];
}

function tablesIn({ tables, fields }: Pick<Section, "tables" | "fields">): Table[] {
  return [...tables, ...fields.flatMap((field) => field.tables)];
}

/** The first column names the record of each row. */
function isShared(table: Table): boolean {
  return isTableOfFields(table) && LISTING.test(nameKey(table.header[0]?.text ?? ""));
}

/** The columns by which a table of fields is known where it lacks others. */
const FIELDS = /^(?:field|attribute|property|column)(?:name)?$/;

/** A table of states, occasions or stored tables has no fields: its heading names no record. */
function isOfAnotherMatter(section: Section): boolean {
  const tables = tablesIn(section);
  const hasFields = ({ header }: Table) => header.some(({ text }) => FIELDS.test(nameKey(text)));
  return tables.length > 0 && section.sections.length === 0 && !tables.some((table) => isFieldTable(table) || hasFields(table));
}

/** Records in tables: one of all fields, and one of names and purposes may stand beside it. */
function recordsOf(tables: readonly Table[], document: AlignedDocument, purposes: ReadonlyMap<Table, string> = new Map()): FieldRecord[] {
  const listed = tables.flatMap((table) => listedRecords(table, document));
  const records = tables.flatMap((table) =>
    tableRecords(table, document).map((record) => ({ ...record, shared: purposes.get(table) ?? "" })),
  );
  const listedPurpose = (name: string) => listed.find((record) => nameKey(record.name) === nameKey(name))?.purpose ?? "";
  const specified = new Set(records.map(({ name }) => nameKey(name)));
  return [
    ...records.map(({ shared, ...record }) => ({ ...record, purpose: record.purpose || listedPurpose(record.name) || shared })),
    // What is listed, and has no field anywhere, is a record all the same.
    ...listed.filter(({ name }) => name !== "" && !specified.has(nameKey(name))),
  ];
}

// Other tables with a purpose list something else, such as enumerations.
const LISTING = /^(?:data)?(?:structure|dto|name|entity|model|type|record|table|message)s?$/;

/** The rows of a table of names and purposes. */
function listedRecords(table: Table, { place }: AlignedDocument): FieldRecord[] {
  const column = table.header.findIndex(({ text }) => nameKey(text) === "purpose");
  if (isTableOfFields(table) || isFieldTable(table) || column < 1 || !LISTING.test(nameKey(table.header[0]?.text ?? ""))) return [];
  return writtenRows(table).map((row) => ({
    name: row[0]?.text ?? "",
    purpose: row[column]?.text ?? "",
    fields: [],
    place: place(row[0]?.span ?? table.span),
  }));
}

/** A document of another shape: every heading over a table of fields is a record, or its table names the records. */
function foreignRecords(document: AlignedDocument): FieldRecord[] {
  return document.markdown.allSections
    .filter((section) => section.tables.some(isFieldTable))
    .flatMap((section) =>
      section.tables.some(isTableOfFields) ? recordsOf(section.tables, document) : [sectionRecord(section, document)],
    );
}

/** What a heading says of the one record, or of all that share its table. */
function purposeOf(section: Section, { place }: AlignedDocument): string {
  return readValues(section, ["Purpose"], place).Purpose?.text ?? section.paragraphs[0]?.text ?? "";
}

function sectionRecord(section: Section, document: AlignedDocument): FieldRecord {
  const { place } = document;
  const table = [
    ...section.tables,
    ...section.fields.flatMap((field) => field.tables),
    ...section.sections.flatMap((child) => child.tables),
  ].find(isFieldTable);
  return {
    name: recordName(section.title),
    purpose: purposeOf(section, document),
    fields: table ? readFields(table, table.rows, place) : [],
    place: place(section.heading),
  };
}

/** "Entity: `refunds` (table)" is the record refunds. */
function recordName(title: string): string {
  return title
    .replace(/^(?:\d+(?:\.\d+)*[.)]?\s+)/, "")
    .replace(/^(?:dto|entity|table|model|structure|type)\s*:\s*/i, "")
    .replace(/(?<!\s)\s+\((?:dto|entity|table|model)\)$/i, "")
    .trim();
}

/** A row may be of several records: "UserCreate, UserUpdate". */
function namesIn(name: string): string[] {
  const names = name.split(/,\s/);
  return names.every((each) => /^\w{2,80}$/.test(each)) ? names : [name];
}

/** Rows with the same first cell, or with an empty one below it, are the fields of one record. */
function tableRecords(table: Table, { place }: AlignedDocument): FieldRecord[] {
  if (!isTableOfFields(table)) return [];
  const records: { name: string; rows: Table["rows"] }[] = [];
  for (const row of writtenRows(table)) {
    const name = row[0]?.text ?? "";
    const last = records.at(-1);
    if (last && (name === "" || name === last.name)) last.rows.push(row);
    else records.push({ name, rows: [row] });
  }
  const purpose = table.header.findIndex(({ text }) => nameKey(text) === "purpose");
  return records
    .flatMap(({ name, rows }) => namesIn(name).map((each) => ({ name: each, rows })))
    .map(({ name, rows }) => ({
      name,
      purpose: rows[0]?.[purpose]?.text ?? "",
      fields: readFields(table, rows, place),
      place: place(rows[0]?.[0]?.span ?? table.span),
    }));
}
