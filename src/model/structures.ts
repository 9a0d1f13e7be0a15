import type { Inline, Section, Span, Table } from "../markdown/index.ts";
import { nameKey } from "../text/names.ts";
import { isMandatory, readType } from "./data-types.ts";
import { readErEntities } from "./er-entities.ts";
import { family } from "./families.ts";
import { readValues } from "./items.ts";
import type { AlignedDocument, DataField, DataStructure, Entity, Place } from "./types.ts";

/** The usual headings of the columns that describe a field, as people spell them. */
const COLUMNS = {
  name: ["field", "fieldname", "column", "columnname", "name", "attribute", "property"],
  type: ["type", "datatype", "columntype", "fieldtype"],
  required: ["required", "mandatory", "nullable", "null", "optional"],
  validation: ["validation", "validationrules", "constraints", "constraint", "rules", "rule"],
  description: ["description", "meaning", "notes", "comment", "purpose"],
} as const;

type Role = keyof typeof COLUMNS;

/** The columns of each table, which is asked for every role. */
const columns = new WeakMap<Table, Record<Role, number>>();

/** @returns the index of the column that plays each role, or -1 */
function columnsOf(table: Table): Record<Role, number> {
  const known = columns.get(table) ?? readColumns(table);
  columns.set(table, known);
  return known;
}

function readColumns({ header }: Table): Record<Role, number> {
  const keys = header.map(({ text }) => nameKey(text));
  const indexOf = (names: readonly string[]) => keys.indexOf(names.find((name) => keys.includes(name)) ?? "-");
  const roles = Object.entries(COLUMNS).map(([role, names]) => [role, indexOf(names)]);
  return Object.fromEntries(roles) as Record<Role, number>;
}

/** A table of fields has a column of names and a column of types. */
export function isFieldTable(table: Table): boolean {
  const { name, type } = columnsOf(table);
  return name !== -1 && type !== -1;
}

/** The fields of several records: their names stand in a later column than the records' own. One column may be missing. */
function isTableOfFields(table: Table): boolean {
  const { name, ...others } = columnsOf(table);
  return name > 0 && Object.values(others).filter((column) => column > 0).length >= 2;
}

function readFields(table: Table, rows: Table["rows"], place: (span: Span) => Place): DataField[] {
  const at = { ...columnsOf(table) };
  // In a table of several records the purpose is the record's, and describes no field.
  if (at.name > 0 && nameKey(table.header[at.description]?.text ?? "") === "purpose") at.description = -1;
  const described = new Set(Object.values(at));
  const rest = table.header.flatMap(({ text }, index) => (described.has(index) ? [] : [[text, index] as const]));
  return rows.flatMap((row) => {
    const name = row[at.name];
    if (!name || name.text === "") return [];
    const text = (role: Role) => row[at[role]]?.text ?? "";
    const type = typeText(row[at.type]);
    const dataType = readType(type, text("validation"));
    const required = readRequired(table.header[at.required]?.text ?? "", text("required"));
    const others = Object.fromEntries(rest.map(([head, index]) => [head, row[index]?.text ?? ""]));
    return [
      {
        name: name.text,
        type,
        required,
        dataType,
        mandatory: isMandatory(required) ?? (dataType.nullable ? false : undefined),
        validation: text("validation"),
        description: text("description"),
        others,
        place: place(name.span),
        typePlace: place(row[at.type]?.span ?? name.span),
      },
    ];
  });
}

/** `List<Refund>` without code marks reads as a tag to Markdown, and as a type to people. */
function typeText(cell: Inline | undefined): string {
  if (!cell) return "";
  return cell.source.includes("<") ? cell.source.replace(/[`*]/g, "").trim() : cell.text;
}

/** A column that tells whether a field may be absent says the opposite of one that tells whether it must be there. */
function readRequired(header: string, value: string): string {
  if (!["nullable", "null", "optional"].includes(nameKey(header))) return value;
  const mandatory = isMandatory(value);
  return mandatory === undefined ? value : mandatory ? "no" : "yes";
}

interface Record_ {
  name: string;
  purpose: string;
  fields: DataField[];
  place: Place;
}

/** Reads records with fields: below headings, or in one table whose first column names the record. */
function readRecords(document: AlignedDocument | undefined, facts: string): Record_[] {
  if (!document) return [];
  const aligned = family(document, facts);
  const children = aligned.flatMap(({ children }) => children.filter(({ template }) => template.repeated));
  const sections = children.flatMap((child) => child.sections);
  const tables = children.flatMap((child) => child.tables);
  if (sections.length === 0 && tables.length === 0) return foreignRecords(document);
  const records = sections.map((section) => sectionRecord(section, document));
  const named = new Set(records.map(({ name }) => nameKey(name)));
  return [...records, ...recordsOf(tables, document).filter(({ name, fields }) => fields.length > 0 || !named.has(nameKey(name)))];
}

/** Records in tables: one of all fields, and one of names and purposes may stand beside it. */
function recordsOf(tables: readonly Table[], document: AlignedDocument): Record_[] {
  const listed = tables.flatMap((table) => listedRecords(table, document));
  const records = tables.flatMap((table) => tableRecords(table, document));
  const purposeOf = (name: string) => listed.find((record) => nameKey(record.name) === nameKey(name))?.purpose ?? "";
  const specified = new Set(records.map(({ name }) => nameKey(name)));
  return [
    ...records.map((record) => ({ ...record, purpose: record.purpose || purposeOf(record.name) })),
    // What is listed, and has no field anywhere, is a record all the same.
    ...listed.filter(({ name }) => name !== "" && !specified.has(nameKey(name))),
  ];
}

// Other tables with a purpose list something else, such as enumerations.
const LISTING = /^(?:data)?(?:structure|dto|name|entity|model|type|record|table|message)s?$/;

/** The rows of a table of names and purposes. */
function listedRecords(table: Table, { place }: AlignedDocument): Record_[] {
  const column = table.header.findIndex(({ text }) => nameKey(text) === "purpose");
  if (isTableOfFields(table) || isFieldTable(table) || column < 1 || !LISTING.test(nameKey(table.header[0]?.text ?? ""))) return [];
  return table.rows.map((row) => ({
    name: row[0]?.text ?? "",
    purpose: row[column]?.text ?? "",
    fields: [],
    place: place(row[0]?.span ?? table.span),
  }));
}

/** A document of another shape: every heading over a table of fields is a record, or its table names the records. */
function foreignRecords(document: AlignedDocument): Record_[] {
  return document.markdown.allSections
    .filter((section) => section.tables.some(isFieldTable))
    .flatMap((section) =>
      section.tables.some(isTableOfFields) ? recordsOf(section.tables, document) : [sectionRecord(section, document)],
    );
}

function sectionRecord(section: Section, { place }: AlignedDocument): Record_ {
  const values = readValues(section, ["Purpose"], place);
  const table = [
    ...section.tables,
    ...section.fields.flatMap((field) => field.tables),
    ...section.sections.flatMap((child) => child.tables),
  ].find(isFieldTable);
  return {
    name: recordName(section.title),
    purpose: values.Purpose?.text ?? section.paragraphs[0]?.text ?? "",
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

/** Rows with the same first cell, or with an empty one below it, are the fields of one record. */
function tableRecords(table: Table, { place }: AlignedDocument): Record_[] {
  if (!isTableOfFields(table)) return [];
  const records: { name: string; rows: Table["rows"] }[] = [];
  for (const row of table.rows) {
    const name = row[0]?.text ?? "";
    const last = records.at(-1);
    if (last && (name === "" || name === last.name)) last.rows.push(row);
    else records.push({ name, rows: [row] });
  }
  const purpose = table.header.findIndex(({ text }) => nameKey(text) === "purpose");
  return records.map(({ name, rows }) => ({
    name,
    purpose: rows[0]?.[purpose]?.text ?? "",
    fields: readFields(table, rows, place),
    place: place(rows[0]?.[0]?.span ?? table.span),
  }));
}

/** @returns the data structures of the contracts or of the backend design. */
export function readStructures(document: AlignedDocument | undefined): DataStructure[] {
  return readRecords(document, "structures");
}

/** @returns the entities of the data design, from its tables and from its entity relationship diagrams. */
export function readEntities(document: AlignedDocument | undefined): Entity[] {
  const described = readRecords(document, "entities").map(({ fields, ...record }) => ({ ...record, columns: fields }));
  const known = new Set(described.filter(({ columns }) => columns.length > 0).map(({ name }) => nameKey(name)));
  const drawn = readErEntities(document).filter(({ name }) => !known.has(nameKey(name)));
  const replaced = new Set(drawn.map(({ name }) => nameKey(name)));
  return [...described.filter(({ name }) => !replaced.has(nameKey(name))), ...drawn];
}
