import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import { HERE, insert, mutant } from "../edit.ts";
import { append, filledSections } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

const REMARK = "the team of the platform looked at this in the review and agreed with what is said here";

/** All that was said in the meeting ends up in one cell. */
function* cramCell(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { title, tables } of document.markdown.allSections)
      for (const row of tables.flatMap(({ rows }) => rows)) {
        const last = row.at(-1);
        if (last && last.text.length > 30)
          yield mutant(`a full cell in "${title}"`, [
            document,
            insert(last.span.start, HERE),
            insert(last.span.end, `; ${`${REMARK}; `.repeat(4)}so it stays`),
          ]);
      }
}

function* longParagraph(model: Model): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    yield mutant(`a long paragraph in "${section.title}"`, [
      document,
      append(document, section, `${HERE}After some time, ${`${REMARK}, `.repeat(8)}and so it stays.`),
    ]);
}

function* longItem(model: Model): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    yield mutant(`a long item in "${section.title}"`, [
      document,
      append(document, section, `${HERE}- After some time, ${`${REMARK}, `.repeat(8)}and so it stays.`),
    ]);
}

export default defineOperators("dense-text", [
  { name: "cram-cell", apply: cramCell, alsoExpected: ["unowned-interface", "undeclared-component", "naming-convention"] },
  { name: "long-paragraph", apply: longParagraph, alsoExpected: ["line-count"] },
  { name: "long-item", apply: longItem, alsoExpected: ["line-count"] },
]);
