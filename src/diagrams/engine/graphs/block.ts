import { labelName, plainLabel } from "../../text.ts";
import type { Graph } from "../../types.ts";
import type { Places } from "../places.ts";
import { enclosing } from "./groups.ts";
import { link } from "./link.ts";

interface Block {
  id: string;
  label?: string;
  type: string;
  children?: Block[];
}

/** What is read of Mermaid's store of a block diagram. */
interface BlockDb {
  getBlocksFlat(): Block[];
  getEdges(): { start: string; end: string; label?: string }[];
}

export function readBlock(db: BlockDb, places: Places): Graph {
  const blocks = db.getBlocksFlat().filter(({ id, type }) => id !== "root" && type !== "space" && type !== "edge");
  const composites = blocks.filter(({ type }) => type === "composite");
  const groups = composites.filter(isNamed).map(({ id, label }) => ({ id, title: plainLabel(label ?? "") || id }));
  const around = enclosing(composites.map(({ id, children = [] }) => ({ id, members: children.map((child) => child.id) })));
  return {
    groups,
    entities: [],
    nodes: blocks
      .filter(({ type }) => type !== "composite")
      .map(({ id, label = id, type }) => ({
        id,
        label: labelName(label) || id,
        role: type === "cylinder" ? "store" : "part",
        groups: around(id).flatMap((group) => groups.find((candidate) => candidate.id === group)?.title ?? []),
        line: places.ofName(id, label),
      })),
    arrows: db.getEdges().map(({ start, end, label = "" }) => link(start, end, plainLabel(label), places.ofArrow(start, end))),
  };
}

/** A block without a name gets one by chance, another each time: it groups, and is called nothing. */
function isNamed({ id }: Block): boolean {
  return !/^id-[a-z0-9]{1,16}-\d{1,9}$/.test(id);
}
