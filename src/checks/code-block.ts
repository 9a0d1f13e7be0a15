import type { BlockForm } from "../markdown/index.ts";
import { drawingOf } from "../model/drawings.ts";
import { outputs, refusedBlocks } from "../model/query.ts";
import { defineCheck } from "./define.ts";

const FORMS: Record<BlockForm, string> = { fenced: "fenced block", indented: "indented block", html: "<pre> block" };

export default defineCheck({
  id: "code-block",
  category: "no-code",
  severity: "error",
  messages: {
    language: {
      text: "Unexpected {form} of {language}, expected no block but Mermaid.",
      advice: "A design says what, not how: describe it in prose, a list of fields, a table or a Mermaid diagram.",
    },
    plain: {
      text: "Unexpected {form}, expected no block but Mermaid.",
      advice: "Write it as prose, a list, a table or a Mermaid diagram; a name or a path goes into inline code.",
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      for (const block of refusedBlocks(document)) {
        const { form, language, span } = block;
        // A drawing is told as one: by drawn-diagram.
        if (drawingOf(block)) continue;
        const place = document.place(span);
        if (language === "") yield { message: "plain", place, arguments: { form: FORMS[form] } };
        else yield { message: "language", place, arguments: { form: FORMS[form], language } };
      }
    }
  },
});
