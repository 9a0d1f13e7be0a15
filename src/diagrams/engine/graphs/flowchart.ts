import { labelName, plainLabel } from "../../text.ts";
import type { Graph, Role } from "../../types.ts";
import type { Places } from "../places.ts";
import { enclosing } from "./groups.ts";
import { link } from "./link.ts";

/** What is read of Mermaid's store of a flowchart. */
interface FlowDb {
  getVertices(): Map<string, { id: string; text?: string; type?: string }>;
  getEdges(): { start: string; end: string; text: string }[];
  getSubGraphs(): { id: string; title: string; nodes: string[] }[];
}

/** The shapes that are drawn as stores, under all names that Mermaid has for them. */
const STORES = /^(?:cylinder|cyl|database|db|disk|das|h-cyl|horizontal-cylinder|lin-cyl|lined-cylinder|datastore|data-store)$/;

export function readFlowchart(db: FlowDb, places: Places): Graph {
  const groups = db.getSubGraphs().map(({ id, title }) => ({ id, title: plainLabel(title) || id }));
  const around = enclosing(db.getSubGraphs().map(({ id, nodes }) => ({ id, members: nodes })));
  const titles = new Map(groups.map(({ id, title }) => [id, title]));
  // A group that an arrow leads to is a vertex of its own to Mermaid.
  const vertices = [...db.getVertices().values()].filter(({ id }) => !titles.has(id));
  return {
    groups,
    entities: [],
    nodes: vertices.map(({ id, text = id, type = "" }) => ({
      id,
      label: labelName(text) || id,
      role: roleOf(type),
      groups: around(id).map((group) => titles.get(group) ?? group),
      line: places.ofName(id, text),
    })),
    arrows: db.getEdges().map(({ start, end, text }) => link(start, end, plainLabel(text), places.ofArrow(start, end))),
  };
}

function roleOf(type: string): Role {
  return STORES.test(type) ? "store" : "part";
}
