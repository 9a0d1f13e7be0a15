import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import { expectAt, HERE, insert, mutant, replace } from "../edit.ts";
import { filledSections, templatedSections } from "../places.ts";
import { rewriteTable, withCell } from "../table.ts";
import { defineOperators, type Mutant } from "../types.ts";

function* afterParagraphs(model: Model): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const { span } of section.paragraphs)
      for (const text of ["TODO: ask the team.", "The rest is to be defined.", "Details are coming soon.", "(TBC)", "tbd"])
        yield mutant(`"${text}" in "${section.title}"`, [document, insert(span.end, ` ${HERE}${text}`)]);
}

function* afterListItems(model: Model): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const { span } of [...section.lists, ...section.fields.flatMap(({ lists }) => lists)].flatMap(({ items }) => items))
      for (const text of ["TODO", "{the reason}", "[insert the limit]"])
        yield mutant(`"${text}" in a list of "${section.title}"`, [document, insert(span.end, ` ${HERE}${text}`)]);
}

/** The last cell of a row is written last, or not at all. */
function* inLastCells(model: Model): Generator<Mutant> {
  const words = ["TBD", "???", "{meaning}", "to be decided", "[description]", "Tbd."];
  for (const { document, section } of filledSections(model))
    for (const table of section.tables)
      for (const row of table.rows.keys()) {
        const text = words[row % words.length] ?? "TBD";
        yield mutant(`"${text}" in row ${row + 1} of "${section.title}"`, [
          document,
          rewriteTable(document, table, (cells, line) => (line === row + 2 ? withCell(cells, cells.length - 1, HERE + text) : cells)),
        ]);
      }
}

function* forFieldValues(model: Model): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const { label, value, span } of section.fields) {
      if (value.text === "") continue;
      for (const text of ["To be determined", "{Decide: what this is}"])
        yield mutant(`**${label}**: ${text}`, [
          document,
          replace({ start: value.span.start, end: value.span.end }, text),
          expectAt(span.start),
        ]);
    }
}

function* inHeadings(model: Model): Generator<Mutant> {
  for (const { document, alignment, section } of templatedSections(model))
    if (alignment.template.repeated)
      yield mutant(`the heading ${alignment.template.title}`, [
        document,
        replace(section.heading, `${HERE}${"#".repeat(section.depth)} ${alignment.template.title}`),
      ]);
}

function* insteadOfParagraphs(model: Model): Generator<Mutant> {
  const texts = ["Lorem ipsum dolor sit amet.", "[your text here]", "Insert the description here."];
  for (const { document, section } of filledSections(model))
    for (const { span } of section.paragraphs)
      for (const text of texts) yield mutant(`"${text}" in "${section.title}"`, [document, replace(span, HERE + text)]);
}

/** Nobody sees the source of a diagram in a review, and everybody its picture. */
function* inDiagrams(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { language, value, span } of document.markdown.blocks) {
      const last = value.split("\n").at(-1) ?? "";
      if (language !== "mermaid" || last === "") continue;
      const party = /^ *(?:participant|actor) (\w+)/m.exec(value)?.[1];
      // Without a declared participant, a sequence has no place for either.
      if (!party && /^\s*sequenceDiagram/m.test(value)) continue;
      const step = party ? `  Note over ${party}: TODO` : '  open["TBD"]';
      yield mutant(`${step.trim()} in a diagram`, [document, insert(span.end - 3, `${HERE}${step}\n`)]);
    }
}

/** What the text said that had to make room: structures and codes that it alone named. */
const UNSAID = ["unused-data-structure/unused", "missing-error-case/unused"];

export default defineOperators("placeholder-text", [
  { name: "after-paragraphs", apply: afterParagraphs },
  { name: "after-list-items", apply: afterListItems },
  {
    name: "in-last-cells",
    apply: inLastCells,
    // A cell of question marks is empty as well.
    alsoExpected: [
      ...UNSAID,
      "untraced-requirement",
      "unmotivated-component/unmotivated",
      "unowned-interface/unowned",
      "missing-steps/missing",
      "missing-error-case/no-errors",
      "empty-section",
      "incomplete-component",
      "incomplete-data-structure",
      "incomplete-interface",
    ],
  },
  {
    name: "for-field-values",
    apply: forFieldValues,
    alsoExpected: [...UNSAID, "untraced-requirement", "contract-mismatch/status-codes", "contract-mismatch/body"],
  },
  {
    name: "in-headings",
    apply: inHeadings,
    alsoExpected: ["contract-mismatch/missing-interface", "unowned-interface", "naming-convention"],
  },
  { name: "instead-of-paragraphs", apply: insteadOfParagraphs, alsoExpected: [...UNSAID, "untraced-requirement"] },
  // A node that waits for its name is no component either.
  { name: "in-diagrams", apply: inDiagrams, alsoExpected: ["line-count", "undeclared-component/diagram", "unreachable-node"] },
]);
