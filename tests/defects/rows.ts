import type { Model } from "../../src/core.ts";
import type { Table } from "../../src/markdown/index.ts";
import type { AlignedDocument, DataField, DataStructure, Place, Section } from "../../src/model/types.ts";
import { nameKey } from "../../src/text/names.ts";
import { type Edit, HERE, insert, removeLines, replace } from "./edit.ts";

/** A row of a table in a document, found by the line of a fact. */
export interface FoundRow {
  document: AlignedDocument;
  section: Section;
  table: Table;
  /** Its number among the table's lines, as {@link rewriteTable} counts them. */
  line: number;
}

/** @returns the row of a table that stands at a place; undefined where the fact is no row. */
export function rowAt(document: AlignedDocument | undefined, { line }: Place): FoundRow | undefined {
  for (const section of document?.markdown.allSections ?? [])
    for (const table of [...section.tables, ...section.fields.flatMap(({ tables }) => tables)]) {
      const index = table.rows.findIndex(([cell]) => cell?.span.line === line);
      if (document && index !== -1) return { document, section, table, line: index + 2 };
    }
  return undefined;
}

/** @returns the index of the first column that has one of the names, or -1. */
export function columnOf({ header }: Table, ...names: readonly string[]): number {
  return header.findIndex(({ text }) => names.map(nameKey).includes(nameKey(text)));
}

/** @returns an edit that gives a cell of a row another text; the row is to be reported, unless there is another mark. */
export function setCell({ table, line }: FoundRow, column: number, text: string, mark = HERE): Edit {
  const cell = table.rows[line - 2]?.[column];
  if (!cell || cell.text === "") throw new Error(`the row ${line} has no cell ${column} to change`);
  return replace(cell.span, mark + text);
}

/** @returns an edit that puts a row behind another; texts by the name of the column, that of the first column also by "". */
export function addRow({ document: { markdown }, table, line }: FoundRow, texts: Readonly<Record<string, string>>): Edit {
  const byKey = new Map(Object.entries(texts).map(([name, text]) => [nameKey(name), text]));
  const added = table.header.map(({ text }, index) => byKey.get(nameKey(text)) ?? (index === 0 ? byKey.get("") : undefined) ?? "");
  const at = table.rows[line - 2]?.[0]?.span.start ?? table.span.end;
  const end = markdown.text.indexOf("\n", at);
  return insert(end === -1 ? markdown.text.length : end, `\n| ${added.join(" | ")} |`);
}

/** @returns edits that take rows out. */
export function dropRows(
  { document: { markdown }, table }: Pick<FoundRow, "document" | "table">,
  isLost: (cells: Table["rows"][number], line: number) => boolean,
): Edit[] {
  return table.rows
    .filter((cells, index) => isLost(cells, index + 2))
    .flatMap(([cell]) => (cell ? [removeLines(markdown, cell.span)] : []));
}

/** A field of a structure, with its row. */
export interface FoundField {
  structure: DataStructure;
  field: DataField;
  row: FoundRow;
}

/** @returns the fields of the structures of the contracts or of the backend design, with their rows. */
export function fieldRows(model: Model, kind: "contracts" | "backend-design" = "backend-design"): FoundField[] {
  const { structures } = kind === "contracts" ? model.contracts : model.backend;
  return structures.flatMap((structure) =>
    structure.fields.flatMap((field) => {
      const row = rowAt(model.documents[kind], field.place);
      return row ? [{ structure, field, row }] : [];
    }),
  );
}

/** @returns the row of a field in the contracts, as far as they agree on the field. */
export function agreedRow(model: Model, structure: string, field: string): FoundField | undefined {
  return fieldRows(model, "contracts").find((found) => found.structure.name === structure && found.field.name === field);
}
