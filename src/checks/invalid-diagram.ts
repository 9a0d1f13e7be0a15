import { DIAGRAM_TYPES } from "../diagrams/text.ts";
import { outputs } from "../model/query.ts";
import { closest } from "../names.ts";
import { defineCheck } from "./define.ts";

export default defineCheck({
  id: "invalid-diagram",
  category: "integration",
  severity: "error",
  messages: {
    empty: { text: "Unexpected empty Mermaid block.", advice: "Draw the diagram, or remove the block." },
    type: {
      text: 'Unexpected first word "{found}" of a Mermaid block, expected a kind of diagram.',
      advice: "Begin with flowchart, sequenceDiagram, erDiagram, classDiagram or another kind that Mermaid knows.",
    },
    misspelt: {
      text: 'Unexpected first word "{found}" of a Mermaid block, expected a kind of diagram.',
      advice: 'Did you mean "{suggestion}"?',
    },
  },
  *run(model) {
    const files = new Set(outputs(model).map(({ kind }) => kind));
    for (const { document, type, known, place } of model.diagrams) {
      if (!files.has(document) || known) continue;
      const suggestion = closest(type, DIAGRAM_TYPES);
      if (type === "") yield { message: "empty", place };
      else if (suggestion) yield { message: "misspelt", place, arguments: { found: type, suggestion } };
      else yield { message: "type", place, arguments: { found: type } };
    }
  },
});
