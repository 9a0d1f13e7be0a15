import type { Arrow, DiagramNode, Graph } from "../../types.ts";
import type { Places } from "../places.ts";
import { link } from "./link.ts";

interface State {
  id: string;
  description?: string;
  /** Written as [*]: true where a path begins, false where it ends. */
  start?: boolean;
  doc?: Statement[];
}

type Statement = { stmt: string } & Partial<State> & { state1?: State; state2?: State };

/** What is read of Mermaid's store of a state diagram: the statements, in which composite states nest. */
interface StateDb {
  getRootDocV2(): { doc: Statement[] };
}

/** What stands for the beginning and the end of a path. */
const BOUNDARY = "[*]";

export function readStates(db: StateDb, places: Places): Graph {
  const nodes = new Map<string, DiagramNode>();
  const arrows: Arrow[] = [];
  const groups: Graph["groups"] = [];
  const add = ({ id, description, start }: Partial<State>, around: string[]) => {
    if (id === undefined || nodes.has(id)) return;
    const label = start === undefined ? description?.trim() || id : BOUNDARY;
    nodes.set(id, { id, label, role: "part", groups: around, line: places.ofName(id) });
  };
  const read = (statements: readonly Statement[], around: string[]) => {
    for (const statement of statements) {
      const { stmt, state1, state2, description = "", doc, id } = statement;
      if (stmt === "relation" && state1 && state2) {
        add(state1, around);
        add(state2, around);
        arrows.push(link(state1.id, state2.id, description, places.ofArrow(state1.id, state2.id)));
      } else if (stmt === "state" && id !== undefined) {
        add(statement, around);
        if (doc) {
          groups.push({ id, title: description.trim() || id });
          read(doc, [...around, id]);
        }
      }
    }
  };
  read(db.getRootDocV2().doc, []);
  return { nodes: [...nodes.values()], arrows, groups, entities: [] };
}
