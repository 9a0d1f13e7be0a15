import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import { nameKey } from "../../../src/text/names.ts";
import { HERE, insert, mutant, replace } from "../edit.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** A row of a table stands there again. */
function* repeatRow(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const { text, allSections } = document.markdown;
    for (const { title, tables } of allSections)
      for (const row of tables.flatMap(({ rows }) => rows)) {
        const start = row[0]?.span.start ?? 0;
        if (row.map(({ text }) => text).join("").length < 40) continue;
        const from = text.lastIndexOf("\n", start) + 1;
        const newline = text.indexOf("\n", start);
        const end = newline === -1 ? text.length : newline;
        yield mutant(`a row twice in "${title}"`, [document, insert(end, `\n${HERE}${text.slice(from, end)}`)]);
      }
  }
}

/** A sentence stands there again. */
function* repeatParagraph(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { title, paragraphs } of document.markdown.allSections)
      for (const { span, source } of paragraphs)
        if (source.length > 40) yield mutant(`a paragraph twice in "${title}"`, [document, insert(span.end, `\n\n${HERE}${source}`)]);
}

const COLUMNS = ["purpose", "mitigation", "justification", "rationale", "fallback"];

/** A cell says what the one above it says. */
function* copyCell(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { tables } of document.markdown.allSections)
      for (const { header, rows } of tables)
        for (const [column, { text }] of header.entries()) {
          const [first, second] = [rows[0]?.[column], rows[1]?.[column]];
          if (!COLUMNS.includes(nameKey(text)) || !first || !second || first.text.length < 40) continue;
          yield mutant(`one ${text} for two`, [document, replace(second.span, HERE + first.source)]);
        }
}

function* blankRun(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { title, heading } of document.markdown.allSections.slice(1))
      yield mutant(`blank lines before "${title}"`, [document, insert(heading.start - 1, `${HERE}\n\n\n`)]);
}

// A row or a sentence that is another's says of its own subject what is not so.
const also = [
  "value-drift",
  "line-count",
  "weak-answer",
  "missing-error-case",
  "undeclared-component",
  "unowned-interface",
  "incomplete-component",
];

export default defineOperators("padding", [
  { name: "repeat-row", apply: repeatRow, alsoExpected: [...also, "contract-mismatch", "entity-mismatch", "missing-steps", "padding"] },
  { name: "repeat-paragraph", apply: repeatParagraph, alsoExpected: also },
  {
    name: "copy-cell",
    apply: copyCell,
    alsoExpected: [
      ...also,
      "missing-literal",
      "untraced-requirement",
      "unused-data-structure",
      "unmotivated-component",
      "unmet-obligation",
      "undocumented-integration",
      "contract-mismatch",
    ],
  },
  { name: "blank-run", apply: blankRun, alsoExpected: also },
]);
