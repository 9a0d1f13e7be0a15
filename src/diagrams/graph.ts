import { readFlowchart } from "./flowchart.ts";
import { readSequence } from "./sequence.ts";
import { diagramType, drawnLines } from "./text.ts";
import type { Graph } from "./types.ts";

/** Reads the nodes of a flowchart or the participants of a sequence diagram; of other kinds, the type alone. */
export function readGraph(text: string): Graph {
  const type = diagramType(text);
  const lines = drawnLines(text);
  if (/^(?:flowchart|graph)/.test(type)) return { type, nodes: readFlowchart(lines) };
  if (type === "sequenceDiagram") return { type, nodes: readSequence(lines) };
  return { type, nodes: [] };
}
