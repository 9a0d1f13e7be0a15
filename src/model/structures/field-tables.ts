import type { Inline, Span, Table } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import { isMandatory } from "../data-types/absence.ts";
import { readType } from "../data-types/read.ts";
import type { DataField, Place } from "../types.ts";

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
export function isTableOfFields(table: Table): boolean {
  const { name, ...others } = columnsOf(table);
  return name > 0 && Object.values(others).filter((column) => column > 0).length >= 2;
}

export function readFields(table: Table, rows: Table["rows"], place: (span: Span) => Place): DataField[] {
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
    const dataType = { ...readType(type, `${text("validation")}; ${text("required")}`), ...nullableBeside(table, row, at.required) };
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

/** A column that tells whether a field may be null, beside one that tells whether it must be there. */
function nullableBeside({ header }: Table, row: Table["rows"][number], required: number): { nullable?: boolean } {
  const index = header.findIndex(({ text }, at) => at !== required && ["nullable", "null"].includes(nameKey(text)));
  const nullable = index === -1 ? undefined : isMandatory(row[index]?.text ?? "");
  return nullable === undefined ? {} : { nullable };
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
