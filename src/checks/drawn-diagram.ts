import { drawingOf } from "../model/drawings.ts";
import { outputs } from "../model/query.ts";
import { defineCheck } from "./define.ts";

export default defineCheck({
  id: "drawn-diagram",
  category: "no-code",
  severity: "error",
  messages: {
    tool: {
      text: "Unexpected {tool} drawing, expected a Mermaid diagram.",
      advice: "Draw it as a Mermaid flowchart, sequenceDiagram or erDiagram.",
    },
    ascii: {
      text: "Unexpected drawing made of characters, expected a Mermaid diagram.",
      advice: "Draw it as a Mermaid flowchart, sequenceDiagram or erDiagram.",
    },
    tree: {
      text: "Unexpected directory tree made of characters.",
      advice: "Name the files in a table or a nested list, each with its purpose.",
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      for (const block of document.markdown.blocks) {
        const drawing = drawingOf(block);
        if (!drawing) continue;
        const tool = drawing.form === "tool" ? { arguments: { tool: drawing.tool } } : {};
        yield { message: drawing.form, place: document.place(block.span), ...tool };
      }
    }
  },
});
