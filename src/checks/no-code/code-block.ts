import type { BlockForm } from "../../markdown/index.ts";
import type { RefusedBlock } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

const FORMS: Record<BlockForm, string> = { fenced: "fenced block", indented: "indented block", html: "<pre> block" };
const REFUSED = "Unexpected {form} with {what}, expected no block but Mermaid.";

export default defineCheck({
  id: "code-block",
  category: "no-code",
  severity: "error",
  messages: {
    definition: {
      text: REFUSED,
      advice: "A design says what, not how: list the fields in a table, or the parameters, the result and the behaviour in prose.",
    },
    statement: {
      text: REFUSED,
      advice: "A design says what, not how: write the steps as a numbered list, or draw them as a Mermaid sequenceDiagram.",
    },
    sql: {
      text: REFUSED,
      advice: "Say in words which entity is read or changed, by which columns, in which transaction.",
    },
    shell: {
      text: REFUSED,
      advice: "Say in prose what is run, when and by whom; a command of one line goes into inline code.",
    },
    configuration: {
      text: REFUSED,
      advice: "List the settings in a table, each with its value and the reason.",
    },
    markup: {
      text: REFUSED,
      advice: "Say in prose or in a table what is shown.",
    },
    payload: {
      text: REFUSED,
      advice: "List its fields in a table with type, required, validation and description.",
    },
    language: {
      text: "Unexpected {form} of {language}, expected no block but Mermaid.",
      advice: "A design says what, not how: describe it in prose, a list of fields, a table or a Mermaid diagram.",
    },
    plain: {
      text: "Unexpected {form}, expected no block but Mermaid.",
      advice: "Write it as prose, a list, a table or a Mermaid diagram; a name or a path goes into inline code.",
    },
  },
  *run({ blocks }) {
    for (const { form, language, holds, place } of blocks) {
      // A drawing is told as one: by drawn-diagram.
      if (holds?.kind === "drawing") continue;
      const name = formOf(form, language);
      if (holds) yield { message: holds.kind, place, arguments: { form: name, what: wordsOf(holds) } };
      else if (language === "") yield { message: "plain", place, arguments: { form: name } };
      else yield { message: "language", place, arguments: { form: name, language } };
    }
  },
});

function formOf(form: BlockForm, language: string): string {
  return language === "mermaid" ? `${FORMS[form]} that calls itself Mermaid` : FORMS[form];
}

/** As people say it: a Python class, a SQL SELECT, an assignment. */
function wordsOf({ language, construct }: NonNullable<RefusedBlock["holds"]>): string {
  return [language, construct].filter((word) => word !== "").join(" ");
}
