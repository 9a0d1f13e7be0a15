import { labelName } from "../../text.ts";
import type { Graph } from "../../types.ts";
import type { Places } from "../places.ts";
import { enclosing } from "./groups.ts";
import { link } from "./link.ts";

/** What is read of Mermaid's store of an architecture diagram. */
interface ArchitectureDb {
  getServices(): { id: string; title?: string; icon?: string; in?: string }[];
  getGroups(): { id: string; title?: string; in?: string }[];
  getEdges(): { lhsId: string; rhsId: string; title?: string }[];
}

export function readArchitecture(db: ArchitectureDb, places: Places): Graph {
  const groups = db.getGroups().map(({ id, title }) => ({ id, title: title ?? id }));
  const members = [...db.getServices(), ...db.getGroups()];
  const around = enclosing(
    groups.map(({ id }) => ({ id, members: members.filter((member) => member.in === id).map((member) => member.id) })),
  );
  return {
    groups,
    entities: [],
    nodes: db.getServices().map(({ id, title = id, icon = "" }) => ({
      id,
      label: labelName(title) || id,
      role: /^(?:database|disk)$/.test(icon) ? "store" : "part",
      groups: around(id).map((group) => groups.find((candidate) => candidate.id === group)?.title ?? group),
      line: places.ofName(id, title),
    })),
    arrows: db.getEdges().map(({ lhsId, rhsId, title = "" }) => link(lhsId, rhsId, title, places.ofArrow(lhsId, rhsId))),
  };
}
