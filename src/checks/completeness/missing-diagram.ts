import { allAlignments, isUnsettled, outputs, SYSTEM_DIAGRAM } from "../../model/query.ts";
import type { Section } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

/** It may be the heading of a section that lost its place: nothing of a diagram stands there. */
function isBare({ blocks }: Section): boolean {
  return blocks.length === 0;
}

/** Kinds of diagram that draw the same as the one that a template asks for. */
const EQUIVALENTS: Record<string, RegExp> = {
  flowchart: SYSTEM_DIAGRAM,
  classDiagram: /^classDiagram/,
  stateDiagram: /^stateDiagram/,
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
          const accepted = EQUIVALENTS[part.type] ?? new RegExp(`^${part.type}$`);
          for (const section of sections) {
            if (template.repeated && isUnsettled(document) && isBare(section)) continue;
            // A diagram that Mermaid does not draw is told by invalid-diagram.
            const drawn = model.diagrams.some(
              ({ block, type, problem }) => section.blocks.includes(block) && (problem !== undefined || accepted.test(type)),
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
