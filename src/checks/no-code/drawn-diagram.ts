import { codeFound } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

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
    const refused = model.blocks.flatMap(({ holds, place }) => (holds ? [{ ...holds, place }] : []));
    for (const { kind, language, construct, place } of [...refused, ...codeFound(model, ["drawing"])]) {
      if (kind !== "drawing") continue;
      if (construct === "tool") yield { message: "tool", place, arguments: { tool: language } };
      else yield { message: construct === "tree" ? "tree" : "ascii", place };
    }
  },
});
