import { codeFound } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "definition",
  category: "no-code",
  severity: "error",
  messages: {
    definition: {
      text: 'Unexpected {construct} definition "{found}".',
      advice: "A design says what, not how: list the fields in a table, or the parameters, the result and the behaviour in prose.",
    },
  },
  *run(model) {
    for (const { construct, found, place } of codeFound(model, ["definition"]))
      yield { message: "definition", place, arguments: { construct, found } };
  },
});
