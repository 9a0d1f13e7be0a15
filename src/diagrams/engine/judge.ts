import mermaid from "mermaid";
import { diagramType } from "../text.ts";
import { NO_GRAPH, type Parsed } from "../types.ts";
import { window } from "./css-colours.ts";
import { readGraph } from "./graph.ts";
import { mapLines } from "./lines.ts";
import { readProblem } from "./problem.ts";

declare const MERMAID_VERSION: string;

// Design documents hold no drawings of thousands of edges; Mermaid's own limit on the text stays.
const MAX_EDGES = 100_000;
const SILENT = 5;

Object.assign(globalThis, { window });
mermaid.initialize({ startOnLoad: false, logLevel: SILENT, maxEdges: MAX_EDGES, suppressErrorRendering: true });

/**
 * Asks Mermaid's own parser. Not to be called again before it has answered: Mermaid's grammars share their state.
 *
 * @param text the contents of a Mermaid block
 */
export async function judge(text: string): Promise<Parsed> {
  const type = diagramType(text);
  // What an earlier text configured says nothing of this one.
  mermaid.mermaidAPI.reset();
  try {
    // Only this call heeds the configuration that a text brings along; the other one gives what was drawn.
    if (/%%\{|^\s*---/.test(text)) await mermaid.parse(text);
    const { db, type: kind } = await mermaid.mermaidAPI.getDiagramFromText(text);
    return { type, graph: readGraph(kind, db, text) };
  } catch (error) {
    return { type, graph: NO_GRAPH, problem: { ...readProblem(error, text, mapLines(text)), version: MERMAID_VERSION } };
  }
}
