import { allItems } from "../../markdown/index.ts";
import { authoredSections, outputs } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

/** Beyond these nobody reads on. */
const LONGEST_CELL = 300;
const MOST_WORDS = 120;

export default defineCheck({
  id: "dense-text",
  category: "clarity",
  severity: "warning",
  messages: {
    cell: {
      text: "Unexpected cell of {length} characters, expected at most {most}.",
      advice: "Put what belongs apart into rows of its own, or make the row a heading with labelled fields.",
    },
    paragraph: {
      text: "Unexpected paragraph of {words} words, expected at most {most}.",
      advice: "Divide it, or make a list of what it enumerates.",
    },
  },
  *run(model) {
    for (const document of outputs(model))
      for (const { tables, paragraphs, fields, lists } of authoredSections(document)) {
        for (const cell of tables.flatMap(({ rows }) => rows.flat()))
          if (cell.text.length > LONGEST_CELL)
            yield { message: "cell", place: document.place(cell.span), arguments: { length: cell.text.length, most: LONGEST_CELL } };
        for (const text of [...paragraphs, ...fields.map(({ value }) => value), ...lists.flatMap(allItems)]) {
          const words = text.text.length > MOST_WORDS * 2 ? text.text.split(/\s+/).length : 0;
          if (words > MOST_WORDS) yield { message: "paragraph", place: document.place(text.span), arguments: { words, most: MOST_WORDS } };
        }
      }
  },
});
