import type { Model } from "../../../src/core.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { type Edit, expectAt, HERE, mutant, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { columnOf, fieldRows, rowAt, setCell } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

const words = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[\s._-]+/)
    .map((word) => word.toLowerCase());
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const camel = (name: string) =>
  words(name)
    .map((word, index) => (index === 0 ? word : capital(word)))
    .join("");
const pascal = (name: string) => words(name).map(capital).join("");
const snake = (name: string) => words(name).join("_");
const kebab = (name: string) => words(name).join("-");
const upper = (name: string) => snake(name).toUpperCase();

/** @returns the name in other cases, as far as the stated convention forbids them. */
function recased(model: Model, kind: string, name: string): string[] {
  const convention = model.research.naming.find((candidate) => candidate.kind === kind);
  if (!convention) return [];
  const forms = { PascalCase: pascal, camelCase: camel, snake_case: snake, "kebab-case": kebab, UPPER_SNAKE_CASE: upper };
  const others = Object.entries(forms).flatMap(([form, write]) => (form === convention.case ? [] : [write(name)]));
  // One word in small letters is right in most cases, one in capitals may be an abbreviation; dots may join words with hyphens.
  const passes = {
    PascalCase: /^[A-Z][A-Z0-9]*$/,
    UPPER_SNAKE_CASE: /^[A-Z][A-Z0-9]*$/,
    camelCase: /^[a-z0-9]+$/,
    snake_case: /^[a-z0-9]+$/,
    "kebab-case": /^[a-z0-9]+$/,
    "dot.case": /^[^A-Z]+$/,
  }[convention.case];
  return [...new Set(others)].filter((other) => other !== name && !passes.test(other));
}

/** @returns edits that write another name wherever a document has the first one. */
function everywhere({ markdown: { text } }: AlignedDocument, name: string, other: string): Edit[] {
  const whole = new RegExp(`(?<![\\w.-])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-]|\\.\\w)`, "g");
  return Array.from(text.matchAll(whole), ({ index }) => replace({ start: index, end: index + name.length }, other));
}

function* renameFields(model: Model): Generator<Mutant> {
  for (const { structure, field, row } of fieldRows(model))
    for (const other of recased(model, "field", field.name))
      yield mutant(`${other} for ${structure.name}.${field.name}`, [
        row.document,
        setCell(row, columnOf(row.table, "Field"), `\`${other}\``),
      ]);
}

function* renameEverywhere(
  model: Model,
  kind: string,
  names: readonly { name: string; place: { line: number } & Parameters<typeof stretch>[1] }[],
): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  for (const { name, place } of names)
    for (const other of recased(model, kind, name))
      if (design)
        yield mutant(`${other} for ${name}`, [design, expectAt(stretch(design, place).start), ...everywhere(design, name, other)]);
}

function* renameValues(model: Model): Generator<Mutant> {
  for (const { structure, field, row } of fieldRows(model))
    for (const value of field.dataType.family === "enum" ? field.dataType.values : [])
      for (const other of recased(model, "enumeration value", value))
        yield mutant(`${other} for ${value} of ${structure.name}.${field.name}`, [
          row.document,
          setCell(row, columnOf(row.table, "Type"), field.type.replace(new RegExp(`\\b${value}\\b`), other)),
        ]);
}

/** Segments and parameters of paths. */
function* renamePaths(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  for (const { name, kind, place } of model.backend.interfaces) {
    if (!design || kind !== "api") continue;
    const { start, end } = stretch(design, place);
    for (const match of name.matchAll(/(?<=\/)[a-z-]+|(?<=\{)\w+(?=\})/g)) {
      const part = name[match.index - 1] === "{" ? "parameter" : "path";
      for (const other of recased(model, part, match[0])) {
        const changed = name.slice(0, match.index) + other + name.slice(match.index + match[0].length);
        const source = design.markdown.text.slice(start, end).replace(name, changed);
        yield mutant(`${changed} for ${name}`, [design, replace({ start, end }, HERE + source)]);
      }
    }
  }
}

function* renameEntities(model: Model): Generator<Mutant> {
  const { "data-design": document } = model.documents;
  if (!document) return;
  for (const { name, columns, place } of model.entities) {
    for (const other of recased(model, "table", name))
      if (document.markdown.allSections.some(({ heading }) => heading.line === place.line))
        yield mutant(`${other} for the table ${name}`, [
          document,
          expectAt(stretch(document, place).start),
          ...everywhere(document, name, other),
        ]);
    for (const column of columns) {
      const row = rowAt(document, column.place);
      for (const other of row ? recased(model, "column", column.name) : [])
        if (row) yield mutant(`${other} for ${name}.${column.name}`, [document, setCell(row, columnOf(row.table, "Column"), other)]);
    }
  }
}

// Data Mapping names structure and field by their agreed spelling.
const MAPPED = ["entity-mismatch"];

export default defineOperators("naming-convention", [
  { name: "rename-field", apply: renameFields, alsoExpected: MAPPED },
  { name: "rename-structure", apply: (model) => renameEverywhere(model, "structure", model.backend.structures), alsoExpected: MAPPED },
  {
    name: "rename-code",
    apply: (model) =>
      renameEverywhere(
        model,
        "error code",
        // A code of one word is a word of the language, too.
        model.backend.errors.map(({ code, place }) => ({ name: code, place })).filter(({ name }) => words(name).length > 1),
      ),
  },
  {
    name: "rename-event",
    apply: (model) =>
      renameEverywhere(
        model,
        "event",
        model.backend.interfaces.filter(({ kind }) => kind === "service"),
      ),
  },
  { name: "rename-value", apply: renameValues },
  { name: "rename-path", apply: renamePaths },
  { name: "rename-entity", apply: renameEntities },
]);
