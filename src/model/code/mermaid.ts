import { DIAGRAM_TYPES, diagramType } from "../../diagrams/text.ts";
import type { CodeBlock } from "../../markdown/index.ts";
import { closest } from "../../text/names.ts";
import { findCode } from "./find.ts";

/** What only diagrams are written with, whatever their first line says: arrows, participants, groups. */
const DRAWN = /->>|-->|==>|-\.->|^[ \t]{0,80}(?:participant|subgraph) /m;

/**
 * @returns whether a block that calls itself Mermaid is taken at its word: it begins with a kind of diagram, or with a
 * misspelt one, has a diagram's arrows, or holds nothing that is known as something else
 */
export function isMermaid({ language, value }: CodeBlock): boolean {
  if (language !== "mermaid") return false;
  const type = diagramType(value);
  if ((DIAGRAM_TYPES as readonly string[]).includes(type)) return true;
  if (DRAWN.test(value)) return true;
  if (type.length > 5 && closest(type, DIAGRAM_TYPES)) return true;
  return findCode(value, { form: "block" }).every(({ construct }) => construct === "ascii" || construct === "tree");
}

/** @returns whether a diagram defines classes, entities or requirements, as it should: its braces are no code. */
export function isDefining({ value }: CodeBlock): boolean {
  return /^(?:classDiagram|erDiagram|requirement|stateDiagram)/.test(diagramType(value));
}
