import { allAlignments, outputs } from "../model/query.ts";
import { defineCheck } from "./define.ts";

/** Mermaid's own other spellings of a kind of diagram. */
const SPELLINGS: Record<string, readonly string[]> = {
  flowchart: ["flowchart", "graph", "C4Context", "C4Container", "architecture-beta", "block-beta"],
};

export default defineCheck({
  id: "missing-diagram",
  category: "completeness",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected a Mermaid {type} in the section "{title}".',
      advice: "Add a block that begins with ```mermaid and whose first word is {type}.",
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      for (const { template, sections } of allAlignments(document)) {
        for (const part of template.parts) {
          if (part.form !== "diagram") continue;
          const accepted = SPELLINGS[part.type] ?? [part.type];
          for (const section of sections) {
            const drawn = section.blocks.some(
              ({ language, value }) => language === "mermaid" && accepted.some((type) => new RegExp(`^\\s*${type}\\b`, "m").test(value)),
            );
            if (!drawn)
              yield {
                message: "missing",
                place: document.place(section.heading),
                related: template.place,
                arguments: { type: part.type, title: section.title },
              };
          }
        }
      }
    }
  },
});
