import { SYSTEM_DIAGRAM } from "../../model/query.ts";
import type { Diagram, DiagramPart } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

/** The state diagram's sign for where a path begins and ends. */
const BOUNDARY = "[*]";

export default defineCheck({
  id: "unreachable-node",
  category: "consistency",
  severity: "warning",
  messages: {
    unconnected: {
      text: 'Unexpected node "{name}" without an arrow: nothing says what it has to do with the others.',
      advice: "Draw what it calls or is called by, or take it out.",
    },
    unreachable: {
      text: 'Unexpected state "{name}" that no path from the beginning reaches.',
      advice: "Draw the transition that leads to it, or take it out.",
    },
  },
  *run({ diagrams }) {
    for (const diagram of diagrams) {
      // A picture without arrows shows what there is, and not what it does.
      if (diagram.arrows.length === 0) continue;
      if (SYSTEM_DIAGRAM.test(diagram.type))
        for (const { name, place } of unconnected(diagram)) yield { message: "unconnected", place, arguments: { name } };
      else if (/^stateDiagram/.test(diagram.type))
        for (const { name, place } of unreachable(diagram)) yield { message: "unreachable", place, arguments: { name } };
    }
  },
});

/** A group of which there are none says so with a node. */
const isNobody = (name: string) => /^(?:none|nothing|nobody|n\/a|no \w{2,20}(?: \w{2,20})?)\.?$/i.test(name.trim());

/** An arrow to a group is one to each of its members. */
function unconnected({ nodes, arrows }: Diagram): DiagramPart[] {
  const ends = new Set(arrows.flatMap(({ from, to }) => [from.id, to.id]));
  const groups = new Set(arrows.flatMap(({ from, to }) => [from.name, to.name]));
  return nodes.filter(({ id, name, groups: around }) => !isNobody(name) && !ends.has(id) && !around.some((group) => groups.has(group)));
}

/** A composite state is entered with each of its own, and each of its own with it. */
function unreachable({ nodes, arrows }: Diagram): DiagramPart[] {
  const begins = nodes.filter(({ name, id }) => name === BOUNDARY && arrows.some(({ from }) => from.id === id));
  if (begins.length === 0) return [];
  const reached = new Set<string>();
  const waiting = begins.map(({ id }) => id);
  const inside = new Map(nodes.map(({ id, groups }) => [id, groups]));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...arrows.filter(({ from }) => from.id === id).map(({ to }) => to.id), ...(inside.get(id) ?? []));
  }
  return nodes.filter(({ id, name }) => name !== BOUNDARY && !reached.has(id));
}
