import type { Model } from "../../../src/core.ts";
import type { Part, Table } from "../../../src/model/types.ts";
import { nameKey } from "../../../src/text/names.ts";
import { expectAt, HERE, insert, mutant, removeLines, replace } from "../edit.ts";
import { ownEnd, templatedSections } from "../places.ts";
import { rewriteTable, withCell, withoutCell } from "../table.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** What else an emptied section takes with it. */
const LOST = [
  "unused-data-structure/unused",
  "line-count",
  "untraced-requirement",
  "missing-cross-reference",
  "missing-diagram",
  "undefined-type",
  "incomplete-interface",
];

/** What a cell names: a requirement, the component that covers it, the code of an error. */
const CELL = ["untraced-requirement", "unmotivated-component/unmotivated", "missing-error-case/untabled", "missing-error-case/misspelt"];

type Form<F extends Part["form"]> = Extract<Part, { form: F }>;

/** @returns each section whose template asks for a part of a form; records with fields have checks of their own. */
function sectionsWith<F extends Part["form"]>(model: Model, form: F) {
  return templatedSections(model).flatMap(({ document, alignment, section }) => {
    const { parts, repeated } = alignment.template;
    if (repeated && parts.some((part) => part.form === "field")) return [];
    return parts.flatMap((part) => (part.form === form ? [{ document, section, part: part as Form<F> }] : []));
  });
}

/** @returns each table that the template asks for, with its columns. */
function askedTables(model: Model) {
  return sectionsWith(model, "table").flatMap(({ document, section, part }) => {
    const columns = ({ header }: Table) => header.map(({ text }) => nameKey(text));
    const table = section.tables.find((candidate) => part.columns.every((column) => columns(candidate).includes(nameKey(column))));
    return table ? [{ document, section, table, indexes: part.columns.map((column) => columns(table).indexOf(nameKey(column))) }] : [];
  });
}

function* emptySection(model: Model): Generator<Mutant> {
  for (const { document, section } of templatedSections(model)) {
    const contents = { start: section.heading.end, end: section.span.end };
    yield mutant(`nothing in "${section.title}"`, [document, expectAt(section.heading.start), replace(contents, "\n\n")]);
    if (section.depth > 2) continue;
    yield mutant(`a comment in "${section.title}"`, [
      document,
      expectAt(section.heading.start),
      replace(contents, "\n\n<!-- see the ticket -->\n\n"),
    ]);
  }
}

/** The template's own sentence stays, with its braces or without. */
function* leaveTemplateText(model: Model): Generator<Mutant> {
  for (const { document, section, part } of sectionsWith(model, "prose")) {
    const [first, ...others] = section.paragraphs;
    if (!first) continue;
    for (const hint of [part.hint, `{${part.hint}}`])
      yield mutant(`"${hint}" in "${section.title}"`, [
        document,
        replace(first.span, HERE + hint),
        ...others.map(({ span }) => replace(span, "")),
      ]);
  }
}

/** A diagram or subsections remain, without a word on them. */
function* dropProse(model: Model): Generator<Mutant> {
  for (const { document, section } of sectionsWith(model, "prose")) {
    if (section.blocks.length + section.sections.length === 0) continue;
    const own = [...section.paragraphs, ...section.lists, ...section.tables, ...section.fields];
    yield mutant(`no prose in "${section.title}"`, [
      document,
      expectAt(section.heading.start),
      ...own.map(({ span }) => removeLines(document.markdown, span)),
    ]);
  }
}

function* tableToSentence(model: Model): Generator<Mutant> {
  for (const { document, section, table } of askedTables(model))
    yield mutant(`a sentence for the table of "${section.title}"`, [
      document,
      expectAt(section.heading.start),
      replace(table.span, "These are listed in the team's wiki."),
    ]);
}

function* dropColumn(model: Model): Generator<Mutant> {
  for (const { document, section, table, indexes } of askedTables(model))
    for (const index of indexes)
      yield mutant(`no column "${table.header[index]?.text}" in "${section.title}"`, [
        document,
        expectAt(table.span.start),
        rewriteTable(document, table, (cells) => withoutCell(cells, index)),
      ]);
}

function* renameColumn(model: Model): Generator<Mutant> {
  for (const { document, section, table, indexes } of askedTables(model))
    for (const index of indexes)
      yield mutant(`another name for "${table.header[index]?.text}" in "${section.title}"`, [
        document,
        expectAt(table.span.start),
        rewriteTable(document, table, (cells, line) => (line === 0 ? withCell(cells, index, "Remarks") : cells)),
      ]);
}

function* dropRows(model: Model): Generator<Mutant> {
  for (const { document, section, table } of askedTables(model))
    yield mutant(`no rows in "${section.title}"`, [
      document,
      expectAt(table.span.start),
      rewriteTable(document, table, (cells, line) => (line < 2 ? cells : undefined)),
    ]);
}

function* emptyCell(model: Model): Generator<Mutant> {
  for (const { document, section, table, indexes } of askedTables(model))
    for (const row of table.rows.keys())
      for (const index of indexes)
        for (const text of ["", "-"])
          yield mutant(`"${text}" under "${table.header[index]?.text}" in row ${row + 1} of "${section.title}"`, [
            document,
            rewriteTable(document, table, (cells, line) => (line === row + 2 ? withCell(cells, index, HERE + text) : cells)),
          ]);
}

function* forgetLastCell(model: Model): Generator<Mutant> {
  for (const { document, section, table } of askedTables(model))
    for (const row of table.rows.keys())
      yield mutant(`row ${row + 1} of "${section.title}" lacks a cell`, [
        document,
        rewriteTable(document, table, (cells, line) => (line === row + 2 ? withCell(cells.slice(0, -1), 0, HERE + cells[0]) : cells)),
      ]);
}

function* dropField(model: Model): Generator<Mutant> {
  for (const { document, section, part } of sectionsWith(model, "field")) {
    const field = section.fields.find(({ label }) => nameKey(label) === nameKey(part.label));
    if (field)
      yield mutant(`no **${part.label}** in "${section.title}"`, [
        document,
        expectAt(section.heading.start),
        removeLines(document.markdown, field.span),
      ]);
  }
}

function* emptyField(model: Model): Generator<Mutant> {
  for (const { document, section, part } of sectionsWith(model, "field")) {
    const field = section.fields.find(({ label }) => nameKey(label) === nameKey(part.label));
    if (field) yield mutant(`**${part.label}** says nothing`, [document, replace(field.value.span, HERE)]);
  }
}

function* listToSentence(model: Model): Generator<Mutant> {
  for (const { document, section } of sectionsWith(model, "list")) {
    if (section.tables.length > 0) continue;
    const parts = [...section.lists, ...section.fields];
    yield mutant(`a sentence for the list of "${section.title}"`, [
      document,
      expectAt(section.heading.start),
      ...parts.map(({ span }) => removeLines(document.markdown, span)),
      insert(ownEnd(section), "These are listed in the team's wiki.\n\n"),
    ]);
  }
}

/** A section of components, flows, structures or interfaces that only talks about them. */
function* dropItems(model: Model): Generator<Mutant> {
  for (const { document, alignment, section } of templatedSections(model)) {
    if (!alignment.children.some(({ template }) => template.repeated)) continue;
    yield mutant(`no items in "${section.title}"`, [
      document,
      expectAt(section.heading.start),
      replace({ start: section.heading.end, end: section.span.end }, "\n\nThese are listed in the team's wiki.\n\n"),
    ]);
  }
}

export default defineOperators("empty-section", [
  { name: "empty-section", apply: emptySection, alsoExpected: [...LOST, "missing-section", "broken-link"] },
  {
    name: "leave-template-text",
    apply: leaveTemplateText,
    alsoExpected: ["placeholder-text", "untraced-requirement", "unused-data-structure/unused"],
  },
  { name: "drop-prose", apply: dropProse, alsoExpected: ["line-count", "untraced-requirement"] },
  { name: "table-to-sentence", apply: tableToSentence, alsoExpected: LOST },
  { name: "drop-column", apply: dropColumn, alsoExpected: [...CELL, "undocumented-integration/missing"] },
  { name: "rename-column", apply: renameColumn },
  { name: "drop-rows", apply: dropRows, alsoExpected: LOST },
  { name: "empty-cell", apply: emptyCell, alsoExpected: [...CELL] },
  { name: "forget-last-cell", apply: forgetLastCell, alsoExpected: [...CELL] },
  { name: "drop-field", apply: dropField, alsoExpected: ["line-count"] },
  { name: "empty-field", apply: emptyField },
  { name: "list-to-sentence", apply: listToSentence, alsoExpected: LOST },
  { name: "drop-items", apply: dropItems, alsoExpected: [...LOST, "broken-link"] },
]);
