import type { Model } from "../../../src/core.ts";
import { allAlignments } from "../../../src/model/query.ts";
import type { AlignedDocument, Interface } from "../../../src/model/types.ts";
import { interfaceKey } from "../../../src/text/names.ts";
import { expectAt, HERE, mutant, removeLines, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { addRow, agreedRow, columnOf, dropRows, type FoundField, fieldRows, rowAt, setCell } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** Another type that no spelling of the first one means. */
const OTHER: Readonly<Record<string, readonly string[]>> = {
  string: ["integer", "boolean", "array of string"],
  integer: ["string", "boolean", "timestamp"],
  uuid: ["integer", "boolean"],
  decimal: ["string", "integer"],
  datetime: ["integer", "boolean"],
  boolean: ["string", "integer"],
  enum: ["integer", "boolean"],
  array: ["string", "integer"],
  map: ["array of string", "string"],
  reference: ["uuid", "string", "decimal"],
  uri: ["integer"],
  binary: ["integer"],
};

/** @returns the fields that the contracts have too. */
function agreedFields(model: Model): (FoundField & { agreed: FoundField })[] {
  return fieldRows(model).flatMap((found) => {
    const agreed = agreedRow(model, found.structure.name, found.field.name);
    return agreed ? [{ ...found, agreed }] : [];
  });
}

function* setFieldCell(
  model: Model,
  column: string,
  texts: (found: FoundField & { agreed: FoundField }) => readonly string[],
): Generator<Mutant> {
  for (const found of agreedFields(model))
    for (const text of texts(found))
      yield mutant(`"${text}" as ${column} of ${found.structure.name}.${found.field.name}`, [
        found.row.document,
        setCell(found.row, columnOf(found.row.table, column), text),
      ]);
}

function* changeType(model: Model): Generator<Mutant> {
  yield* setFieldCell(model, "Type", ({ field }) => OTHER[field.dataType.family] ?? []);
}

function* flipRequired(model: Model): Generator<Mutant> {
  yield* setFieldCell(model, "Required", ({ field }) => (field.mandatory === undefined ? [] : [field.mandatory ? "no" : "yes"]));
}

function* changeValues(model: Model): Generator<Mutant> {
  yield* setFieldCell(model, "Type", ({ field: { dataType } }) => {
    const { family, values } = dataType;
    if (family !== "enum") return [];
    return [[...values, "archived"], values.slice(1), ["archived", ...values.slice(1)]].map((changed) => `enum: ${changed.join(", ")}`);
  });
}

/** Each number that both sides state as a limit becomes another. */
function* changeLimit(model: Model): Generator<Mutant> {
  yield* setFieldCell(model, "Validation", ({ field: { dataType, validation }, agreed }) =>
    (["value", "length", "items"] as const).flatMap((dimension) =>
      (["min", "max"] as const).flatMap((side) => {
        const [limit, expected] = [dataType.limits[dimension]?.[side], agreed.field.dataType.limits[dimension]?.[side]];
        const number = new RegExp(`(?<![\\d,.])${limit}(?![\\d,.])`, "g");
        return limit !== undefined && limit === expected && validation.match(number)?.length === 1
          ? [validation.replace(number, String(limit * 2 + 3))]
          : [];
      }),
    ),
  );
}

function otherCase(value: string): string {
  return value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
}

/** The values of an enumeration are written in other letters than agreed. */
function* changeLetters(model: Model): Generator<Mutant> {
  yield* setFieldCell(model, "Type", ({ field: { dataType } }) =>
    dataType.family === "enum" ? [`enum: ${dataType.values.map(otherCase).join(", ")}`] : [],
  );
}

/** What the contracts never leave empty may be null. */
function* addNull(model: Model): Generator<Mutant> {
  yield* setFieldCell(model, "Type", ({ field, agreed }) =>
    field.mandatory && agreed.field.mandatory && !/null/i.test(`${agreed.field.validation} ${agreed.field.description}`)
      ? [`${field.type}, nullable`, `nullable ${field.type}`]
      : [],
  );
}

function* nullItems(model: Model): Generator<Mutant> {
  yield* setFieldCell(model, "Type", ({ field: { dataType } }) =>
    dataType.family === "array" && dataType.items?.name ? [`array of nullable \`${dataType.items.name}\``] : [],
  );
}

/** A width on both sides, and not the same. */
function* changeWidth(model: Model): Generator<Mutant> {
  for (const { structure, field, row, agreed } of agreedFields(model))
    if (field.dataType.family === "integer" && field.dataType.bits === undefined)
      for (const [expected, found] of [
        ["int64", "int32"],
        ["long", "integer (int32)"],
      ] as const)
        yield mutant(
          `${found} for ${expected} of ${structure.name}.${field.name}`,
          [row.document, setCell(row, columnOf(row.table, "Type"), found)],
          [agreed.row.document, setCell(agreed.row, columnOf(agreed.row.table, "Type"), expected, "")],
        );
}

function* changeMap(model: Model): Generator<Mutant> {
  for (const { structure, field, row, agreed } of agreedFields(model))
    if (field.dataType.family === "string" && field.dataType.values.length === 0)
      yield mutant(
        `a map of other values for ${structure.name}.${field.name}`,
        [row.document, setCell(row, columnOf(row.table, "Type"), "map of string to boolean")],
        [agreed.row.document, setCell(agreed.row, columnOf(agreed.row.table, "Type"), "map of string to integer", "")],
      );
}

function* renameField(model: Model, rename: (name: string) => string): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  for (const { structure, field, row } of agreedFields(model)) {
    const name = rename(field.name);
    if (!design || structure.fields.some((other) => other.name === name)) continue;
    yield mutant(`${name} for ${structure.name}.${field.name}`, [design, setCell(row, columnOf(row.table, "Field"), `\`${name}\``)]);
  }
}

/** `orderId` becomes `orderID`, `note` becomes `Note`. */
function otherLetters(name: string): string {
  return /Id$/.test(name) ? name.replace(/Id$/, "ID") : name.replace(/^./, (letter) => letter.toUpperCase());
}

/** The first field may carry the structure's name and purpose. */
function* dropField(model: Model): Generator<Mutant> {
  for (const { structure, field, row } of agreedFields(model))
    if (field !== structure.fields[0])
      yield mutant(`no ${structure.name}.${field.name}`, [
        row.document,
        ...dropRows(row, (_, line) => line === row.line),
        expectAt(stretch(row.document, structure.place).start),
      ]);
}

function* addField(model: Model): Generator<Mutant> {
  for (const { structure, field, row } of agreedFields(model))
    yield mutant(`${structure.name}.remark behind ${field.name}`, [
      row.document,
      addRow(row, {
        "": `${HERE}\`${structure.name}\``,
        Field: "`remark`",
        Type: "string",
        Required: "no",
        Validation: "at most 80 characters",
        Description: "Free remark, computed from the others",
      }),
    ]);
}

/** @returns the heading of the section that holds a family of facts. */
function headingOf(document: AlignedDocument, facts: string): number {
  return allAlignments(document).find(({ template }) => template.facts === facts)?.sections[0]?.heading.start ?? 0;
}

function* dropStructure(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  if (!design) return;
  for (const { name } of model.contracts.structures) {
    const rows = fieldRows(model).filter(({ structure }) => structure.name === name);
    const [first] = rows;
    if (!first) continue;
    const lines = new Set(rows.map(({ row }) => row.line));
    const listing = first.row.section.tables.find((table) => table !== first.row.table);
    yield mutant(`no ${name}`, [
      design,
      expectAt(headingOf(design, "structures")),
      ...dropRows(first.row, (_, line) => lines.has(line)),
      ...(listing ? [...dropRows({ ...first.row, table: listing }, ([cell]) => cell?.text === name)] : []),
    ]);
  }
}

const FACTS = { api: "endpoints", library: "functions", cli: "commands", service: "events" } as const;

/** @returns the interfaces that the contracts have too, and that are not the only ones of their kind. */
function agreedInterfaces({ backend, contracts }: Model): Interface[] {
  const agreed = new Set(contracts.interfaces.map(({ name }) => interfaceKey(name)));
  return backend.interfaces.filter(
    ({ name, kind }) => agreed.has(interfaceKey(name)) && backend.interfaces.filter((other) => other.kind === kind).length > 1,
  );
}

function* dropInterface(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  if (!design) return;
  for (const { name, kind, place } of agreedInterfaces(model)) {
    const section = design.markdown.allSections.find(({ heading }) => heading.line === place.line);
    const span = section?.span ?? stretch(design, place);
    yield mutant(`no ${name}`, [
      design,
      expectAt(headingOf(design, FACTS[kind])),
      section ? replace(span, "") : removeLines(design.markdown, span),
    ]);
  }
}

function* renameInterface(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  if (!design) return;
  for (const { name, kind, place } of agreedInterfaces(model)) {
    const { start, end } = stretch(design, place);
    const at = design.markdown.text.slice(start, end).indexOf(name);
    const other = name.endsWith("}") ? `${name}/archive` : name.replace(/\w+$/, "archive");
    yield mutant(`${other} for ${name}`, [
      design,
      expectAt(headingOf(design, FACTS[kind])),
      replace({ start: start + at, end: start + at + name.length }, other),
    ]);
  }
}

/** The path names its parameter otherwise. */
function* renamePathParameter(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  if (!design) return;
  for (const { name, place } of agreedInterfaces(model)) {
    const parameter = /\{(\w+)\}/.exec(name)?.[0];
    if (parameter === undefined) continue;
    const { start, end } = stretch(design, place);
    const at = design.markdown.text.slice(start, end).indexOf(parameter);
    yield mutant(`{key} in ${name}`, [
      design,
      expectAt(start),
      replace({ start: start + at, end: start + at + parameter.length }, "{key}"),
    ]);
  }
}

function* changeStatus(model: Model): Generator<Mutant> {
  for (const { code, status, place } of model.backend.errors) {
    const row = rowAt(model.documents["backend-design"], place);
    if (!row || !/^\d{3}$/.test(status)) continue;
    for (const other of ["418", "500"])
      yield mutant(`${other} for ${status} of ${code}`, [row.document, setCell(row, columnOf(row.table, "Status"), other)]);
  }
}

/** A status leaves the responses of an endpoint. */
function* dropStatus(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  if (!design) return;
  for (const { name, place, values } of model.backend.interfaces) {
    const agreed = model.contracts.interfaces.find((other) => interfaceKey(other.name) === interfaceKey(name));
    for (const part of ["Response", "Error responses"]) {
      const value = values[part];
      const known = agreed?.values[part]?.text.match(/\b[1-5]\d\d\b/g) ?? [];
      for (const status of new Set(known)) {
        const uses = ["Response", "Error responses"].flatMap(
          (label) => values[label]?.text.match(new RegExp(`\\b${status}\\b`, "g")) ?? [],
        );
        if (!value || uses.length !== 1) continue;
        const { start, end } = stretch(design, value.place);
        const at = design.markdown.text.slice(start, end).indexOf(status);
        if (at !== -1)
          yield mutant(`no ${status} of ${name}`, [
            design,
            expectAt(stretch(design, place).start),
            replace({ start: start + at, end: start + at + status.length + 1 }, ""),
          ]);
      }
    }
  }
}

// What a field or an interface no longer names may have no other user.
const UNUSED = ["unused-data-structure/unused"];
// Its column, if there is one, is that of the agreed field.
const COLUMN = ["entity-mismatch"];

export default defineOperators("contract-mismatch", [
  { name: "change-type", apply: changeType, alsoExpected: [...COLUMN, ...UNUSED] },
  { name: "flip-required", apply: flipRequired, alsoExpected: ["entity-mismatch/nullable"] },
  { name: "change-values", apply: changeValues, alsoExpected: ["entity-mismatch/values"] },
  { name: "change-limit", apply: changeLimit, alsoExpected: ["entity-mismatch/limit"] },
  { name: "change-letters", apply: changeLetters, alsoExpected: ["naming-convention", "entity-mismatch/values"] },
  { name: "change-field-letters", apply: (model) => renameField(model, otherLetters), alsoExpected: ["naming-convention", ...COLUMN] },
  { name: "add-null", apply: addNull },
  { name: "null-items", apply: nullItems },
  { name: "change-width", apply: changeWidth, alsoExpected: ["entity-mismatch/precision"] },
  { name: "change-map", apply: changeMap, alsoExpected: ["entity-mismatch/type"] },
  { name: "misspell-field", apply: (model) => renameField(model, (name) => `${name}s`), alsoExpected: COLUMN },
  { name: "drop-field", apply: dropField, alsoExpected: UNUSED },
  { name: "add-field", apply: addField, alsoExpected: ["line-count"] },
  { name: "drop-structure", apply: dropStructure, alsoExpected: UNUSED },
  {
    name: "drop-interface",
    apply: dropInterface,
    alsoExpected: [...UNUSED, "missing-error-case/unused", "unowned-interface", "line-count", "untraced-requirement"],
  },
  { name: "rename-interface", apply: renameInterface, alsoExpected: ["unowned-interface"] },
  { name: "rename-path-parameter", apply: renamePathParameter },
  { name: "change-status", apply: changeStatus },
  { name: "drop-status", apply: dropStatus, alsoExpected: ["contract-mismatch/body"] },
]);
