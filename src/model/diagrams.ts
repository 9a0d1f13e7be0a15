import { readGraph } from "../diagrams/graph.ts";
import { DIAGRAM_TYPES } from "../diagrams/text.ts";
import type { Role } from "../diagrams/types.ts";
import type { CodeBlock, Section } from "../markdown/index.ts";
import type { AlignedDocument, Diagram, Place } from "./types.ts";

/** @returns the Mermaid diagrams of a document, each with the section that it stands in. */
export function readDiagrams(document: AlignedDocument | undefined): Diagram[] {
  if (!document) return [];
  return [document.markdown.preamble, ...document.markdown.allSections].flatMap((section) =>
    section.blocks.filter(({ language }) => language === "mermaid").map((block) => readDiagram(block, section, document)),
  );
}

function readDiagram(block: CodeBlock, section: Section, { kind, file, place }: AlignedDocument): Diagram {
  const { type, nodes } = readGraph(block.value);
  const at = (line: number): Place => ({ file, line: block.span.line + line, column: 1 });
  return {
    document: kind,
    section: section.title,
    type,
    known: (DIAGRAM_TYPES as readonly string[]).includes(type),
    nodes: nodes.map(({ label, role, groups, line }) => ({ name: label, role, layer: layerOf(role, groups), place: at(line) })),
    place: place(block.span),
  };
}

const LAYERS: readonly [NonNullable<Diagram["nodes"][number]["layer"]>, RegExp][] = [
  ["external", /\b(?:external|third[- ]part(?:y|ies)|other systems?|outside|partners?|providers?|upstream|saas)\b/i],
  ["client", /\b(?:clients?|users?|operators?|staff|consumers?|callers?|actors?|front[- ]?ends?|web|mobile|people|browsers?)\b/i],
  ["data", /\b(?:data(?:bases?| ?stores?| layer| tier)?|storage|persistence|caches?|stores?|infrastructure|file ?systems?|files)\b/i],
];

/** The group around a node says which layer it belongs to; the shape of a store says so too. */
function layerOf(role: Role, groups: readonly string[]): Diagram["nodes"][number]["layer"] {
  for (const group of [...groups].reverse()) {
    const layer = LAYERS.find(([, words]) => words.test(group))?.[0];
    if (layer) return layer;
    if (/\b(?:application|services?|backend|api|server|core|system|workers?|domain|process)\b/i.test(group)) return "application";
  }
  return role === "store" ? "data" : role === "actor" ? "client" : undefined;
}
