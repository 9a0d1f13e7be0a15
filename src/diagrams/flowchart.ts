import { labelName } from "./text.ts";
import type { DiagramNode, Role } from "./types.ts";

// An id with its shape: id["..."], id[(...)], id([...]), id{{...}}, id>...], id(((...))), id@{ shape: cyl, label: "..." }.
const SHAPED =
  /([\p{L}\p{N}_][\p{L}\p{N}_.-]*)\s*(?:@\{([^}]*)\}|(\[\(|\(\[|\[\[|\(\(\(|\(\(|\{\{|\[\/|\[\\|\[|\(|\{|>)\s*("[^"]*"|[^"\])}]*?)\s*(?:\)\]|\]\)|\]\]|\)\)\)|\)\)|\}\}|\/\]|\\\]|\]|\)|\}))/gu;

/** @returns the nodes of a flowchart, in the order in which they appear. */
export function readFlowchart(lines: readonly string[]): DiagramNode[] {
  const nodes = new Map<string, DiagramNode>();
  const groups: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:flowchart|graph|classDef|class|style|linkStyle|click|direction|accTitle|accDescr)\b/.test(line)) continue;
    const group = /^\s*subgraph\s+(.+?)\s*;?\s*$/.exec(line)?.[1];
    if (group !== undefined) groups.push(groupTitle(group));
    else if (/^\s*end\s*;?\s*$/.test(line)) groups.pop();
    else for (const node of nodesOf(line, [...groups], index + 1)) merge(nodes, node);
  }
  return [...nodes.values()];
}

/** A node that was first met bare takes its label, and its group, from where it is drawn. */
function merge(nodes: Map<string, DiagramNode>, node: DiagramNode): void {
  const known = nodes.get(node.id);
  if (!known) nodes.set(node.id, node);
  else if (known.label === known.id && node.label !== node.id)
    Object.assign(known, { label: node.label, role: node.role, line: node.line });
  if (known && known.groups.length === 0) known.groups = node.groups;
}

function nodesOf(line: string, groups: string[], at: number): DiagramNode[] {
  const shaped = [...line.matchAll(SHAPED)].map(([, id = "", attributes, open = "", text = ""]): DiagramNode => {
    const label = attributes === undefined ? text : (/label:\s*("[^"]*"|[^,}]*)/.exec(attributes)?.[1] ?? id);
    return { id, label: labelName(label) || id, role: roleOf(open, attributes), groups, line: at };
  });
  const known = new Set(shaped.map(({ id }) => id));
  const bare = bareIds(line).filter((id) => !known.has(id));
  return [...shaped, ...bare.map((id): DiagramNode => ({ id, label: id, role: "part", groups, line: at }))];
}

function roleOf(open: string, attributes = ""): Role {
  if (open === "[(" || /\b(?:cyl|cylinder|database|db|disk|das|lin-cyl|datastore)\b/.test(attributes)) return "store";
  return "part";
}

/** What is left of a line without shapes, labels of arrows and classes: ids between arrows. */
function bareIds(line: string): string[] {
  const plain = line
    .replace(SHAPED, (_, id: string) => id)
    .replace(/\|[^|]*\|/g, " ")
    .replace(/:::\s*[\w-]+/g, "")
    .replace(/(<?(?:--|==|-\.))\s+[^-=.>]+?\s+((?:--+|==+|\.-+)[>xo]?)/g, "$1$2");
  const arrow = /\s*(?:<|(?<=\s)[xo])?(?:--+|==+|-\.+-*|~~~+|\.-+)(?:>|[xo](?=\s))?\s*/;
  if (!arrow.test(plain)) return /^\s*[\p{L}\p{N}_][\p{L}\p{N}_.-]*\s*;?\s*$/u.test(plain) ? [plain.replace(";", "").trim()] : [];
  return plain
    .replace(/;\s*$/, "")
    .split(arrow)
    .flatMap((part) => part.split(/\s*&\s*/))
    .map((part) => part.trim())
    .filter((part) => /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(part));
}

/** `subgraph data["Data stores"]`, `subgraph Data stores`, `subgraph "Data stores"`. */
function groupTitle(text: string): string {
  const titled = /^[^\s["]+\s*\[(.+)\]$/.exec(text)?.[1];
  return labelName(titled ?? text) || text;
}
