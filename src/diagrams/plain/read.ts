import type { Graph, Parsed } from "../types.ts";
import { readPlainEr } from "./er.ts";
import { readPlainFlowchart } from "./flowchart.ts";
import { readPlainSequence } from "./sequence.ts";

const READERS: Readonly<Record<string, (lines: readonly string[]) => Graph | undefined>> = {
  flowchart: readPlainFlowchart,
  graph: readPlainFlowchart,
  sequenceDiagram: readPlainSequence,
  erDiagram: readPlainEr,
};

/**
 * Reads a diagram whose every line is of a form that Mermaid surely draws, a thousand times faster than Mermaid itself.
 * Most diagrams of design documents are of that sort. It never refuses: what it is not sure of, it leaves to Mermaid.
 *
 * @param text the contents of a Mermaid block
 * @returns the same as Mermaid's parser, or nothing
 */
export function readPlainly(text: string): Parsed | undefined {
  if (/%%\{|\r|\t|\u00a0/.test(text)) return undefined;
  const lines = text.split("\n").map((line) => (/^ *%%/.test(line) ? "" : line.trim()));
  const first = lines[0] ?? "";
  const type = /^[A-Za-z]+/.exec(first)?.[0] ?? "";
  if (type !== first && !/^(?:flowchart|graph)$/.test(type)) return undefined;
  const graph = Object.hasOwn(READERS, type) ? READERS[type]?.(lines) : undefined;
  return graph && (graph.nodes.length > 0 ? { type, graph } : undefined);
}
