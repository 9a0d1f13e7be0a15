import { codeFound } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "sql-statement",
  category: "no-code",
  severity: "error",
  messages: {
    statement: {
      text: 'Unexpected SQL "{found}".',
      advice:
        "Say in words what is read or changed: which entity, by which columns, in which transaction. Columns and indexes belong into the data design.",
    },
  },
  *run(model) {
    for (const { found, place } of codeFound(model, ["sql"])) yield { message: "statement", place, arguments: { found } };
  },
});
