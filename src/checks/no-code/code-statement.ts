import { codeFound } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "code-statement",
  category: "no-code",
  severity: "error",
  messages: {
    statement: {
      text: 'Unexpected {construct} in a programming language "{found}".',
      advice: "A design says what, not how: say in prose what happens and when, or write the steps as a numbered list.",
    },
    shell: {
      text: 'Unexpected shell {construct} "{found}".',
      advice: "Say in prose what is run, when and by whom; a command of one line goes into inline code.",
    },
    configuration: {
      text: 'Unexpected {language} {construct} "{found}".',
      advice: "List the settings in a table, each with its value and the reason.",
    },
    markup: {
      text: 'Unexpected {language} {construct} "{found}".',
      advice: "Say in prose or in a table what is shown.",
    },
  },
  *run(model) {
    for (const { kind, language, construct, found, place } of codeFound(model, ["statement", "shell", "configuration", "markup"])) {
      if (kind === "configuration" || kind === "markup") yield { message: kind, place, arguments: { language, construct, found } };
      else yield { message: kind === "shell" ? "shell" : "statement", place, arguments: { construct, found } };
    }
  },
});
