import { labelName } from "../../text.ts";
import type { Graph } from "../../types.ts";
import type { Places } from "../places.ts";
import { link } from "./link.ts";

/** What is read of Mermaid's store of a class diagram. */
interface ClassDb {
  getClasses(): Map<string, { id: string; label: string; parent?: string; members: { id: string; text?: string }[] }>;
  getRelations(): { id1: string; id2: string; title?: string }[];
  getNamespaces(): Map<string, { id: string; label?: string }>;
}

export function readClasses(db: ClassDb, places: Places): Graph {
  const classes = [...db.getClasses().values()];
  return {
    groups: [...db.getNamespaces().values()].map(({ id, label }) => ({ id, title: label ?? id })),
    nodes: classes.map(({ id, label, parent }) => ({
      id,
      label: labelName(label) || id,
      role: "part",
      groups: parent === undefined ? [] : [parent],
      line: places.ofName(id),
    })),
    arrows: db.getRelations().map(({ id1, id2, title = "" }) => link(id1, id2, title, places.ofArrow(id1, id2))),
    entities: classes
      .filter(({ members }) => members.length > 0)
      .map(({ id, members }) => {
        const line = places.opening(id);
        return { name: id, line, attributes: members.map((member) => ({ ...typed(member.id), line: places.after(line, member.id) })) };
      }),
  };
}

/** `String name` and `name: String` are both in use. */
function typed(member: string): { name: string; type: string; keys: string; comment: string } {
  const [, before = "", after] = /^([^:]*[^:\s])\s*:\s*(\S.*)$/.exec(member) ?? [];
  if (after !== undefined) return { name: before, type: after, keys: "", comment: "" };
  const words = member.trim().split(/\s+/);
  return { name: words.at(-1) ?? "", type: words.slice(0, -1).join(" "), keys: "", comment: "" };
}
