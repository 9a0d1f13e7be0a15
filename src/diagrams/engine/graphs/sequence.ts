import { labelName, plainLabel } from "../../text.ts";
import type { Arrow, Graph } from "../../types.ts";
import type { Places } from "../places.ts";

/** What is read of Mermaid's store of a sequence diagram. */
interface SequenceDb {
  LINETYPE: Record<string, number>;
  getActors(): Map<string, { name: string; description: string; type: string }>;
  getMessages(): { from?: string; to?: string; message: string; type: number }[];
  getBoxes(): { name?: string; actorKeys: string[] }[];
}

export function readSequence(db: SequenceDb, places: Places): Graph {
  const boxes = db.getBoxes();
  return {
    entities: [],
    groups: boxes.map(({ name = "" }, index) => ({ id: String(index), title: name })),
    nodes: [...db.getActors()].map(([id, { description, type }]) => ({
      id,
      label: labelName(description || id) || id,
      role: type === "actor" ? "actor" : type === "database" ? "store" : "part",
      groups: boxes.filter(({ name, actorKeys }) => name && actorKeys.includes(id)).map(({ name = "" }) => name),
      line: places.ofName(id, description || id),
    })),
    arrows: readMessages(db, places),
  };
}

function readMessages(db: SequenceDb, places: Places): Arrow[] {
  const names = new Map(Object.entries(db.LINETYPE).map(([name, type]) => [type, name]));
  const arrows: Arrow[] = [];
  const branches: { block: number; branch: number }[] = [];
  let blocks = 0;
  for (const { from, to, message, type } of db.getMessages()) {
    const name = names.get(type) ?? "";
    if (/^(?:LOOP|ALT|OPT|PAR|PAR_OVER|CRITICAL|BREAK)_START$/.test(name)) branches.push({ block: blocks++, branch: 0 });
    else if (/^(?:ALT_ELSE|PAR_AND|CRITICAL_OPTION)$/.test(name)) {
      const last = branches.at(-1);
      if (last) last.branch++;
    } else if (/^(?:LOOP|ALT|OPT|PAR|CRITICAL|BREAK)_END$/.test(name)) branches.pop();
    const kind = kindOf(name);
    if (!kind || from === undefined || to === undefined) continue;
    const text = plainLabel(typeof message === "string" ? message : "");
    arrows.push({
      from,
      to,
      text,
      kind,
      branches: branches.map(({ block, branch }) => `${block}.${branch}`),
      line: places.ofArrow(from, to),
    });
  }
  return arrows;
}

/** @returns the kind of an arrow by Mermaid's name for its line; nothing for notes, activations and frames. */
function kindOf(name: string): Arrow["kind"] | undefined {
  if (/_CROSS$/.test(name)) return "lost";
  if (/_POINT$/.test(name)) return "notice";
  if (/^(?:SOLID|BIDIRECTIONAL_SOLID|SOLID_OPEN)$|^(?:SOLID|STICK)_(?:ARROW_)?(?:TOP|BOTTOM)(?:_REVERSE)?$/.test(name)) return "call";
  if (/DOTTED/.test(name)) return "reply";
  return undefined;
}
