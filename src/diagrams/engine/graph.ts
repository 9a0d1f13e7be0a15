import type { Graph } from "../types.ts";
import { NO_GRAPH } from "../types.ts";
import { readArchitecture } from "./graphs/architecture.ts";
import { readBlock } from "./graphs/block.ts";
import { readC4 } from "./graphs/c4.ts";
import { readClasses } from "./graphs/classes.ts";
import { readEntities } from "./graphs/entities.ts";
import { readFlowchart } from "./graphs/flowchart.ts";
import { readSequence } from "./graphs/sequence.ts";
import { readStates } from "./graphs/states.ts";
import { findPlaces, type Places } from "./places.ts";

const READERS: Record<string, (db: never, places: Places) => Graph> = {
  "flowchart-v2": readFlowchart,
  flowchart: readFlowchart,
  "flowchart-elk": readFlowchart,
  sequence: readSequence,
  er: readEntities,
  class: readClasses,
  classDiagram: readClasses,
  state: readStates,
  stateDiagram: readStates,
  c4: readC4,
  architecture: readArchitecture,
  block: readBlock,
};

/**
 * @param kind Mermaid's own name for the kind of diagram
 * @param db what Mermaid's parser has filled
 * @returns what is drawn; nothing for charts and other kinds whose parts name no part of a system
 */
export function readGraph(kind: string, db: unknown, text: string): Graph {
  const reader = READERS[kind];
  return reader ? reader(db as never, findPlaces(text)) : NO_GRAPH;
}
