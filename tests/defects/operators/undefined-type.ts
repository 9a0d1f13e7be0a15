import type { Model } from "../../../src/core.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { nameKey } from "../../../src/text/names.ts";
import { type Edit, expectAt, HERE, mutant, replace } from "../edit.ts";
import { misspell, stretch } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** @returns each use of a type in the backend design, with the stretch of its name. */
function uses(model: Model) {
  const document = model.documents["backend-design"];
  if (!document) return [];
  return model.typeReferences.flatMap(({ name, user, place }) => {
    const { start, end } = stretch(document, place);
    const at = document.markdown.text.slice(start, end).search(new RegExp(`\\b${name}\\b`));
    return at === -1 ? [] : [{ document, name, user, told: start, span: { start: start + at, end: start + at + name.length } }];
  });
}

/** Writes another name in one place. */
function* renameUse(model: Model, rename: (name: string) => string): Generator<Mutant> {
  for (const { document, name, user, told, span } of uses(model))
    yield mutant(`${rename(name)} for ${name} in ${user}`, [document, expectAt(told), replace(span, rename(name))]);
}

function* addSuffix(model: Model): Generator<Mutant> {
  for (const suffix of ["Dto", "Response", "V2"]) yield* renameUse(model, (name) => name + suffix);
}

function* misspellUse(model: Model): Generator<Mutant> {
  yield* renameUse(model, misspell);
}

function* inventType(model: Model): Generator<Mutant> {
  yield* renameUse(model, () => "AuditTrailEntry");
}

function* wrapInGeneric(model: Model): Generator<Mutant> {
  const document = model.documents["backend-design"];
  if (!document) return;
  for (const { name, fields } of model.backend.structures)
    for (const field of fields)
      for (const type of ["`List<LineItem>`", "array of `LineItem`", "map of string to `LineItem`", "`LineItem[]`"])
        yield mutant(`${type} as type of ${name}.${field.name}`, [document, replace(stretch(document, field.typePlace), HERE + type)]);
}

/** The definition gets a new name in contracts and design, and every use keeps the old one. */
function* renameDefinition(model: Model): Generator<Mutant> {
  const { contracts, "backend-design": design } = model.documents;
  if (!contracts || !design) return;
  for (const { name } of model.backend.structures) {
    const used = uses(model).filter((use) => use.name === name);
    if (used.length === 0) continue;
    const existing = model.research.existingInterfaces.some(({ cells }) =>
      Object.values(cells).some(({ codes }) => codes.some((code) => nameKey(code) === nameKey(name))),
    );
    if (existing) continue;
    const headings: Edit[] = contracts.markdown.allSections
      .filter(({ title }) => title === name)
      .map(({ heading, depth }) => replace(heading, `${"#".repeat(depth)} ${name}Record`));
    const cellsOf = ({ markdown }: AlignedDocument): Edit[] =>
      markdown.allSections
        .flatMap(({ tables }) => tables.flatMap(({ header, rows }) => (header[0]?.text === "Structure" ? rows : [])))
        .flatMap(([cell]) => (cell?.text === name ? [replace(cell.span, `\`${name}Record\``)] : []));
    yield mutant(
      `${name} is defined as ${name}Record`,
      [contracts, ...headings, ...cellsOf(contracts)],
      [design, ...cellsOf(design), ...used.map(({ told }) => expectAt(told))],
    );
  }
}

export default defineOperators("undefined-type", [
  { name: "add-suffix", apply: addSuffix },
  { name: "misspell-use", apply: misspellUse },
  { name: "invent-type", apply: inventType },
  { name: "wrap-in-generic", apply: wrapInGeneric },
  { name: "rename-definition", apply: renameDefinition },
]);
