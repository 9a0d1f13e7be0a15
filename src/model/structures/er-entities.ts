import { parseDiagram } from "../../diagrams/parse.ts";
import { diagramType } from "../../diagrams/text.ts";
import { readType } from "../data-types/read.ts";
import type { AlignedDocument, Entity, Place } from "../types.ts";

/** @returns the entities that the data design draws with their attributes. */
export function readErEntities(document: AlignedDocument | undefined): Entity[] {
  if (!document) return [];
  const drawn = document.markdown.blocks.filter(({ language, value }) => language === "mermaid" && diagramType(value) === "erDiagram");
  return drawn.flatMap((block) => {
    const at = (line: number): Place => ({ file: document.file, line: block.span.line + line, column: 1 });
    return parseDiagram(block.value).graph.entities.map(({ name, attributes, line }) => ({
      name,
      purpose: "",
      place: at(line),
      columns: attributes.map((attribute) => ({
        name: attribute.name,
        type: attribute.type,
        dataType: readType(attribute.type),
        // A diagram says nothing of what may be absent.
        required: "",
        mandatory: undefined,
        validation: attribute.keys,
        description: attribute.comment,
        others: {},
        place: at(attribute.line),
        typePlace: at(attribute.line),
      })),
    }));
  });
}
