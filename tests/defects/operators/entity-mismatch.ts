import type { Model } from "../../../src/core.ts";
import type { DataField, Entity, StructureMapping } from "../../../src/model/types.ts";
import { nameKey, singular } from "../../../src/text/names.ts";
import { type Edit, expectAt, HERE, mutant } from "../edit.ts";
import { addRow, agreedRow, columnOf, dropRows, type FoundField, type FoundRow, fieldRows, rowAt, setCell } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

interface Supplied extends FoundField {
  agreed: FoundField | undefined;
  mapping: StructureMapping;
  entity: Entity;
  column: DataField;
  columnRow: FoundRow;
}

/** A field that says where it comes from needs no column. */
const DERIVED = /\b(?:comput|deriv|calculat|sum of|number of|count of|made (?:of|from)|taken from|from the|generated|set by the|opaque)/i;

/** @returns the fields that one column alone supplies, by its name. */
function supplied(model: Model): Supplied[] {
  const mappings = new Map(model.mappings.map((mapping) => [mapping.structure, mapping]));
  return fieldRows(model).flatMap((found): Supplied[] => {
    const { field, structure } = found;
    const mapping = mappings.get(structure.name);
    if (!mapping || DERIVED.test(`${field.validation} ${field.description}`) || new RegExp(`\\b${field.name}\\b`).test(mapping.text))
      return [];
    // Any column whose name begins or ends like the field's may supply it.
    const all = mapping.entities.flatMap((entity) => entity.columns.map((column) => ({ entity, column })));
    const near = all.filter(
      ({ entity, column }) =>
        nameKey(column.name).startsWith(nameKey(field.name)) ||
        nameKey(column.name).endsWith(nameKey(field.name)) ||
        singular(nameKey(entity.name)) + nameKey(column.name) === nameKey(field.name),
    );
    // A document in a column can hold anything.
    if (isOpen(field.dataType.family) || near.some(({ column }) => isOpen(column.dataType.family))) return [];
    const [only] = near;
    const columnRow = only && rowAt(model.documents["data-design"], only.column.place);
    if (near.length !== 1 || !only || !columnRow || nameKey(only.column.name) !== nameKey(field.name)) return [];
    return [{ ...found, ...only, columnRow, mapping, agreed: agreedRow(model, structure.name, field.name) }];
  });
}

function isOpen(family: string): boolean {
  return ["map", "binary", "array", "reference", "unknown"].includes(family);
}

/** Changes the data design, and expects the field in the backend design to be reported. */
function* changeColumn(model: Model, what: string, change: (found: Supplied) => Edit | Edit[] | undefined): Generator<Mutant> {
  for (const found of supplied(model)) {
    const { field, structure, row, entity, column, columnRow } = found;
    const edit = change(found);
    const start = row.table.rows[row.line - 2]?.[0]?.span.start;
    if (edit && start !== undefined)
      yield mutant(
        `${what} ${entity.name}.${column.name}, for ${structure.name}.${field.name}`,
        [columnRow.document, ...[edit].flat()],
        [row.document, expectAt(start)],
      );
  }
}

function* dropColumn(model: Model): Generator<Mutant> {
  yield* changeColumn(model, "no column", ({ columnRow }) => dropRows(columnRow, (_, line) => line === columnRow.line));
}

function* renameColumn(model: Model): Generator<Mutant> {
  yield* changeColumn(model, "another name for", ({ columnRow }) =>
    setCell(columnRow, columnOf(columnRow.table, "Column"), "legacy_blob", ""),
  );
}

function* changeColumnType(model: Model): Generator<Mutant> {
  yield* changeColumn(model, "another type of", ({ columnRow, field }) =>
    setCell(columnRow, columnOf(columnRow.table, "Type"), field.dataType.family === "boolean" ? "timestamptz" : "boolean", ""),
  );
}

/** A request may demand what its column may lack, and a part of another structure may lack what the whole's columns may lack. */
function isStoredAs(structure: string, entity: string): boolean {
  return singular(nameKey(structure)) === singular(nameKey(entity));
}

function* makeNullable(model: Model): Generator<Mutant> {
  yield* changeColumn(model, "nullable", ({ columnRow, field, structure, entity }) =>
    field.mandatory && isStoredAs(structure.name, entity.name) && !/Request$|^Create/.test(structure.name)
      ? setCell(columnRow, columnOf(columnRow.table, "Nullable"), "yes", "")
      : undefined,
  );
}

/** A column that holds other values than its field, in other letters, or less of them. */
function* changeColumnValues(model: Model): Generator<Mutant> {
  yield* changeColumn(model, "other values of", ({ columnRow, column, field }) => {
    const { values } = column.dataType;
    if (values.length === 0 || field.dataType.values.length === 0) return undefined;
    const other =
      values.length % 2 === 0
        ? values.slice(1)
        : values.map((value) => (value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase()));
    const isEnum = column.dataType.family === "enum";
    const listed = `${isEnum ? "enum" : "check"}: ${[...other, "unknown"].join(", ")}`;
    return setCell(columnRow, columnOf(columnRow.table, isEnum ? "Type" : "Constraints"), listed, "");
  });
}

function* narrowColumn(model: Model): Generator<Mutant> {
  yield* changeColumn(model, "less room in", ({ columnRow, field }) =>
    field.dataType.family === "string" && (field.dataType.limits.length?.max ?? 0) > 12
      ? setCell(columnRow, columnOf(columnRow.table, "Type"), "varchar(12)", "")
      : undefined,
  );
}

/** Contracts and backend design agree on a field that nobody stores. */
function* addField(model: Model): Generator<Mutant> {
  const last = supplied(model).filter(
    ({ structure, field }, index, all) => all.findLastIndex((other) => other.structure === structure) === index && field,
  );
  for (const { structure, row, agreed } of last) {
    if (!agreed) continue;
    for (const name of ["remark", "workstation", "priority"]) {
      const texts = (mark: string) => ({
        "": `${mark}${row.table.rows[row.line - 2]?.[0]?.source}`,
        Field: `\`${name}\``,
        Type: "string",
        Required: "no",
        Validation: "at most 80 characters",
        Description: "Shown in the console",
      });
      // Where each structure has a table of its own, the first column is the field's.
      const own = columnOf(agreed.row.table, "Field") === 0 ? { ...texts(""), "": `\`${name}\`` } : texts("");
      yield mutant(`${structure.name}.${name}`, [row.document, addRow(row, texts(HERE))], [agreed.row.document, addRow(agreed.row, own)]);
    }
  }
}

/** Contracts and backend design agree on a type that the column does not hold. */
function* changeFieldType(model: Model): Generator<Mutant> {
  for (const { structure, field, row, agreed } of supplied(model)) {
    if (!agreed) continue;
    const other = field.dataType.family === "boolean" ? "timestamp" : "boolean";
    yield mutant(
      `${structure.name}.${field.name} is ${other}`,
      [row.document, setCell(row, columnOf(row.table, "Type"), other)],
      [agreed.row.document, setCell(agreed.row, columnOf(agreed.row.table, "Type"), other, "")],
    );
  }
}

// One column may supply the fields of several structures.
const ALSO = ["entity-mismatch"];

export default defineOperators("entity-mismatch", [
  { name: "drop-column", apply: dropColumn, alsoExpected: ALSO },
  { name: "rename-column", apply: renameColumn, alsoExpected: ALSO },
  { name: "change-column-type", apply: changeColumnType, alsoExpected: ALSO },
  { name: "make-nullable", apply: makeNullable, alsoExpected: ALSO },
  { name: "change-column-values", apply: changeColumnValues, alsoExpected: ALSO },
  { name: "narrow-column", apply: narrowColumn, alsoExpected: ALSO },
  { name: "add-field", apply: addField, alsoExpected: ["line-count"] },
  { name: "change-field-type", apply: changeFieldType },
]);
