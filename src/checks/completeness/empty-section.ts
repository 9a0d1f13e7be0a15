import { wordFor } from "../../context/standard-words.ts";
import type { TemplateSection } from "../../context/types.ts";
import { allAlignments, outputs, saysNothing } from "../../model/query.ts";
import type { AlignedDocument, Alignment, Part, Section, Table } from "../../model/types.ts";
import { nameKey, titleKey } from "../../text/names.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "empty" | "template-text" | "missing-part" | "missing-column" | "empty-table" | "empty-cell" | "no-items" | "other-form";

export default defineCheck({
  id: "empty-section",
  category: "completeness",
  severity: "error",
  messages: {
    empty: { text: 'Unexpected empty section "{title}".', advice: "Write it: {hint}" },
    "template-text": { text: 'Unexpected template text in "{title}".', advice: "Replace the template's own words: {hint}" },
    "missing-part": { text: 'Expected {part} in the section "{title}".', advice: "Add it: {hint}" },
    "missing-column": { text: 'Expected the column "{column}" in the table of "{title}".', advice: "The columns are: {columns}." },
    "empty-table": { text: 'Unexpected table without rows in "{title}".', advice: "Add at least one row: {hint}" },
    "empty-cell": {
      text: 'Unexpected empty cell under "{column}" in "{title}".',
      advice: "Fill the cell; where there is nothing to say, say why.",
    },
    "no-items": {
      text: 'Expected at least one {item} in "{title}".',
      advice: "Add a heading of rank {rank} for each, or a table with one row for each.",
    },
    "other-form": {
      text: 'Unexpected form of "{title}": no {item} could be read from it, so that nothing in it was judged.',
      advice: "Give each a heading of rank {rank} with the labels {labels}, or a row of a table with these columns.",
      severity: "warning",
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      for (const alignment of allAlignments(document)) {
        for (const section of alignment.sections) yield* inspect(document, alignment, section);
      }
    }
  },
});

function* inspect(document: AlignedDocument, { template, children }: Alignment, section: Section): Generator<Report<MessageId>> {
  const { place } = document;
  const title = section.title;
  const at = place(section.heading);
  const hint = hintOf(template.parts) || template.guidance;
  if (isEmpty(section)) {
    yield { message: "empty", place: at, related: template.place, arguments: { title, hint } };
    return;
  }
  const items = children.find((child) => child.template.repeated);
  if (items && items.sections.length === 0 && items.tables.length === 0) {
    const labels = items.template.parts
      .flatMap((part) => (part.form === "field" ? [`**${wordFor(items.template, part.label)}**`] : []))
      .join(", ");
    const item = items.template.title.replace(/[{}]/g, "");
    const { depth: rank, place: related } = items.template;
    // What is written as code is told by the checks of code.
    const elsewhere = items.unread !== undefined || hasCode(section);
    yield { message: elsewhere && labels !== "" ? "other-form" : "no-items", place: at, related, arguments: { title, item, rank, labels } };
  }
  const hints = new Set(template.parts.flatMap((part) => ("hint" in part ? [nameKey(part.hint)] : [])));
  for (const paragraph of section.paragraphs) {
    if (hints.has(nameKey(paragraph.text)) && nameKey(paragraph.text) !== "")
      yield { message: "template-text", place: place(paragraph.span), arguments: { title, hint } };
  }
  // The fields of components, structures and interfaces have checks of their own.
  const records = template.repeated && template.parts.some(({ form }) => form === "field");
  const foreign = !template.repeated && titleKey(title) !== titleKey(template.title);
  // A section that a team heads in its own words keeps its own shape.
  if (!records && !foreign) for (const part of template.parts) yield* inspectPart({ document, template }, section, part);
}

function hasCode({ blocks }: Section): boolean {
  return blocks.some(({ language }) => language !== "mermaid");
}

function isEmpty(section: Section): boolean {
  const own =
    section.paragraphs.some(({ text }) => text !== "") ||
    section.fields.length > 0 ||
    section.lists.length > 0 ||
    section.tables.length > 0 ||
    section.blocks.length > 0;
  return !own && section.sections.length === 0;
}

function hintOf(parts: readonly Part[]): string {
  return parts
    .flatMap((part) => ("hint" in part ? [part.hint] : "hints" in part ? [part.hints.join(" | ")] : []))
    .filter(Boolean)
    .join("; ");
}

/** A document, and what its template asks for in one of its sections. */
interface Asked {
  document: AlignedDocument;
  template: TemplateSection;
}

function* inspectPart(asked: Asked, section: Section, part: Part): Generator<Report<MessageId>> {
  const { document, template } = asked;
  const title = section.title;
  const place = document.place(section.heading);
  switch (part.form) {
    case "prose":
      // A list or a table says as much as a paragraph.
      if (
        section.paragraphs.length === 0 &&
        section.lists.length === 0 &&
        section.tables.length === 0 &&
        section.fields.length === 0 &&
        !hasCode(section)
      )
        yield { message: "missing-part", place, arguments: { title, part: "prose", hint: part.hint } };
      return;
    case "field": {
      const field = section.fields.find(({ label }) => nameKey(label) === nameKey(part.label));
      const filled = field && (!saysNothing(field.value.text) || field.lists.length > 0 || field.tables.length > 0);
      if (!filled)
        yield {
          message: "missing-part",
          place: field ? document.place(field.span) : place,
          arguments: { title, part: `the field **${wordFor(template, part.label)}**:`, hint: part.hint },
        };
      return;
    }
    case "list":
      if (section.lists.length === 0 && section.fields.length === 0 && section.tables.length === 0)
        yield {
          message: "missing-part",
          place,
          arguments: { title, part: `a ${part.ordered ? "numbered" : "bulleted"} list`, hint: part.hint },
        };
      return;
    case "table":
      yield* inspectTable(asked, section, part.columns, part.hints.join(" | "));
      return;
    case "diagram":
      // The check missing-diagram tells of it.
      return;
  }
}

function* inspectTable(
  { document, template }: Asked,
  section: Section,
  columns: readonly string[],
  hint: string,
): Generator<Report<MessageId>> {
  const words = (standard: readonly string[]) => standard.map((column) => wordFor(template, column));
  const title = section.title;
  const table = section.tables.toSorted((a, b) => shared(b, columns) - shared(a, columns))[0];
  if (!table) {
    yield {
      message: "missing-part",
      place: document.place(section.heading),
      arguments: { title, part: `a table with the columns ${words(columns).join(", ")}`, hint },
    };
    return;
  }
  const present = table.header.map(({ text }) => nameKey(text));
  for (const column of columns) {
    if (!present.includes(nameKey(column)))
      yield {
        message: "missing-column",
        place: document.place(table.header[0]?.span ?? table.span),
        arguments: { title, column: words([column]).join(""), columns: words(columns).join(", ") },
      };
  }
  if (table.rows.length === 0) yield { message: "empty-table", place: document.place(table.span), arguments: { title, hint } };
  for (const row of table.rows) {
    const empty = columns.filter((column) => present.includes(nameKey(column)) && saysNothing(row[present.indexOf(nameKey(column))]?.text));
    const [first] = empty;
    if (first === undefined) continue;
    const cell = row[present.indexOf(nameKey(first))] ?? row[0];
    yield {
      message: "empty-cell",
      place: document.place(cell?.span ?? table.span),
      arguments: { title, column: words(empty).join('" and "') },
    };
  }
}

function shared(table: Table, columns: readonly string[]): number {
  return table.header.filter(({ text }) => columns.some((column) => nameKey(column) === nameKey(text))).length;
}
