import type { Model } from "../../../src/core.ts";
import { expectAt, HERE, mutant, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { addRow, type FoundField, fieldRows } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

const FIELD = { Type: "string", Required: "yes", Validation: "1 to 80 characters", Description: "Text of the remark" };

/** A structure that somebody may need some day. */
function* addStructure(model: Model): Generator<Mutant> {
  const rows = fieldRows(model);
  for (const { structure, row, field } of rows) {
    // Behind the last field of a structure, so that none is torn apart.
    if (field !== structure.fields.at(-1)) continue;
    for (const name of ["AuditRemark", "LegacyView"]) {
      const listing = row.section.tables.find((table) => table !== row.table);
      yield mutant(`${name} behind ${structure.name}`, [
        row.document,
        addRow(row, { ...FIELD, "": `${HERE}\`${name}\``, Field: "`text`", Purpose: "A remark of the auditors" }),
        ...(listing ? [addRow({ ...row, table: listing, line: 2 }, { "": `\`${name}\``, Purpose: "A remark of the auditors" })] : []),
      ]);
    }
  }
}

/** Where the structures are listed, and where they come from, they may still be named. */
const LISTS = ["Interface Overview", "Codebase Analysis", "DTO / Data Structures", "Cross-Domain Alignment", "Related Documents"];

/** Writes something else wherever a structure is used: in interfaces, in other structures. */
function* forgetUses(model: Model, instead: (name: string) => string): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  if (!design) return;
  const { text, allSections } = design.markdown;
  const lists = allSections.filter(({ title }) => LISTS.includes(title)).map(({ span }) => span);
  const types = (found: FoundField) => [
    stretch(design, found.field.typePlace),
    ...(found.row.table.rows[found.row.line - 2] ?? []).slice(-1).map(({ span }) => span),
  ];
  const fields = fieldRows(model).flatMap((found) => types(found));
  for (const { name, place } of model.backend.structures) {
    const uses = [...text.matchAll(new RegExp(`(?<!\\w)${name}(?:s|\\[\\])?(?!\\w)`, "g"))].filter(
      ({ index }) =>
        !lists.some(({ start, end }) => start <= index && index < end) || fields.some(({ start, end }) => start <= index && index < end),
    );
    yield mutant(`${instead(name)} for each ${name}`, [
      design,
      expectAt(stretch(design, place).start),
      ...uses.map(({ 0: found, index }) => replace({ start: index, end: index + found.length }, instead(name))),
    ]);
  }
}

// Structures that only the forgotten one is made of are unused with it.
const ALSO = [
  "contract-mismatch/body",
  "unused-data-structure",
  "contract-mismatch/type",
  "entity-mismatch/unsupplied",
  "entity-mismatch/misspelt",
  "entity-mismatch/type",
];

export default defineOperators("unused-data-structure", [
  { name: "add-structure", apply: addStructure, alsoExpected: ["line-count"] },
  { name: "use-plain-map", apply: (model) => forgetUses(model, () => "map"), alsoExpected: ALSO },
  { name: "use-other-name", apply: (model) => forgetUses(model, (name) => `${name}Dto`), alsoExpected: [...ALSO, "undefined-type"] },
]);
