import type { Inline, Table } from "../../markdown/index.ts";
import { fillerOf } from "../../model/documents/filler.ts";
import { outputs } from "../../model/query.ts";
import type { AlignedDocument } from "../../model/types.ts";
import { nameKey } from "../../text/names.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "padding",
  category: "completeness",
  severity: "warning",
  messages: {
    repeated: {
      text: "Unexpected repetition of line {line}.",
      advice: "Take it out: it says nothing new, and does not count toward the number of lines.",
    },
    "same-cell": {
      text: 'The same {column} as in line {line}: "{text}".',
      advice: "Say what is particular to this one, or put both into one row.",
    },
    blank: {
      text: "Unexpected run of {count} blank lines.",
      advice: "One blank line separates; more do not count toward the number of lines.",
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      const { repeated, blank } = fillerOf(document);
      for (const { span, first } of repeated) yield { message: "repeated", place: document.place(span), arguments: { line: first } };
      for (const { offset, count } of blank)
        if (count > 2)
          yield { message: "blank", place: document.place(document.markdown.lines.span(offset, offset + 1)), arguments: { count } };
      for (const { tables } of document.markdown.allSections) for (const table of tables) yield* sameCells(document, table);
    }
  },
});

/** The columns in which each row should have words of its own. */
const OWN = /^(?:purpose|mitigation|justification|rationale|responsibilities|fallback|reason|trigger|meaning)$/;

function* sameCells(document: AlignedDocument, table: Table) {
  for (const [index, { text: column }] of table.header.entries()) {
    if (!OWN.test(nameKey(column))) continue;
    const first = new Map<string, { line: number; row: Inline[] }>();
    for (const row of table.rows) {
      const cell = row[index];
      if (!cell || cell.text.length < 24 || cell.text.trim().split(/\s+/).length < 4) continue;
      const key = nameKey(cell.text);
      const before = first.get(key);
      if (!before) first.set(key, { line: cell.span.line, row });
      // A row that is the same throughout is told as a repetition.
      else if (row.some(({ source }, at) => source !== before.row[at]?.source))
        yield {
          message: "same-cell" as const,
          place: document.place(cell.span),
          arguments: {
            column: column.toLowerCase(),
            line: before.line,
            text: cell.text.length > 60 ? `${cell.text.slice(0, 57)}...` : cell.text,
          },
        };
    }
  }
}
