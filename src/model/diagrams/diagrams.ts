import { parseDiagram } from "../../diagrams/parse.ts";
import type { Problem, Role } from "../../diagrams/types.ts";
import type { CodeBlock, Section } from "../../markdown/index.ts";
import { isMermaid } from "../code/mermaid.ts";
import type { AlignedDocument, Diagram, DiagramProblem, Layer, Place } from "../types.ts";

/** @returns the Mermaid diagrams of a document, each with the section that it stands in. */
export function readDiagrams(document: AlignedDocument | undefined): Diagram[] {
  if (!document) return [];
  return [document.markdown.preamble, ...document.markdown.allSections].flatMap((section) =>
    section.blocks.filter(isMermaid).map((block) => readDiagram(block, section, document)),
  );
}

function readDiagram(block: CodeBlock, section: Section, document: AlignedDocument): Diagram {
  const { type, graph, problem } = parseDiagram(block.value);
  const { nodes, arrows, groups } = graph;
  const { kind, place } = document;
  const at = placesIn(block, document);
  const names = new Map([...groups.map(({ id, title }) => [id, title] as const), ...nodes.map(({ id, label }) => [id, label] as const)]);
  return {
    document: kind,
    section: section.title,
    type,
    block,
    nodes: nodes.map(({ id, label, role, groups, line }) => ({
      id,
      name: label,
      role,
      layer: layerOf(role, groups),
      groups,
      place: at(line),
    })),
    arrows: arrows.map(({ from, to, text, kind, branches, line }) => ({
      from: { id: from, name: names.get(from) ?? from },
      to: { id: to, name: names.get(to) ?? to },
      text,
      kind,
      branches,
      place: at(line),
    })),
    problem: problem && placed(problem, at),
    place: place(block.span),
  };
}

/** Gives places in a document for lines and columns of a block; a block may be indented, or stand in a quote. */
function placesIn({ value, span }: CodeBlock, { file, markdown }: AlignedDocument): (line: number, column?: number) => Place {
  const lines = value.split("\n");
  const { text, lines: written } = markdown;
  return (line, column = 1) => {
    const at = span.line + line;
    const whole = text.slice(written.offset(at, 1), written.offset(at + 1, 1)).replace(/\r?\n$/, "");
    const own = lines[line - 1] ?? "";
    return { file, line: at, column: column + (whole.endsWith(own) ? whole.length - own.length : 0) };
  };
}

function placed({ mistake, ...problem }: Problem, at: (line: number, column: number) => Place): DiagramProblem {
  return {
    ...problem,
    place: at(problem.line, problem.column),
    ...(mistake && { mistake: { ...mistake, place: at(mistake.line, mistake.column) } }),
  };
}

/** The words of a group's title by which it names a layer; the first that fits. */
const LAYERS: readonly (readonly [Layer, RegExp])[] = [
  ["external", /\b(?:external|third[- ]part(?:y|ies)|other systems?|outside|partners?|providers?|upstream|saas)\b/i],
  ["client", /\b(?:clients?|users?|operators?|staff|consumers?|callers?|actors?|front[- ]?ends?|web|mobile|people|browsers?)\b/i],
  ["data", /\b(?:data(?:bases?| ?stores?| layer| tier)?|storage|persistence|caches?|stores?|infrastructure|file ?systems?|files)\b/i],
  ["application", /\b(?:application|services?|backend|api|server|core|system|workers?|domain|process)\b/i],
];

/** The group around a node says which layer it belongs to; in the application's own, the shape does. */
function layerOf(role: Role, groups: readonly string[]): Layer | undefined {
  const said = [...groups].reverse().flatMap((group) => LAYERS.find(([, words]) => words.test(group))?.[0] ?? [])[0];
  if (said !== undefined && said !== "application") return said;
  return LAYER_OF_ROLE[role] ?? said;
}

const LAYER_OF_ROLE: Partial<Record<Role, Layer>> = { store: "data", actor: "client", external: "external" };
