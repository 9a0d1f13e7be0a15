import { labelName } from "./text.ts";
import type { DiagramNode } from "./types.ts";

const DECLARED = /^\s*(?:create\s+)?(participant|actor)\s+([^\s@]+(?:\s+(?!as\b)[^\s@]+)*)(?:@\{[^}]*\})?(?:\s+as\s+(.+))?\s*$/;
const MESSAGE = /^\s*([^\s:+-][^:\n]*?)\s*(?:<<)?--?(?:>>|>|x|\)|\|\\|\|\/|\/\/|\\\\)\s*[+-]?\s*([^\s:+-][^:\n]*?)\s*:/;

/** @returns the participants of a sequence diagram, declared or taken from the messages. */
export function readSequence(lines: readonly string[]): DiagramNode[] {
  const nodes: DiagramNode[] = [];
  const known = new Set<string>();
  const add = (id: string, label: string, role: DiagramNode["role"], groups: string[], line: number) => {
    if (known.has(id)) return;
    known.add(id);
    nodes.push({ id, label: labelName(label), role, groups, line });
  };
  let box: string[] = [];
  for (const [index, line] of lines.entries()) {
    const opened = /^\s*box\b\s*(.*)$/.exec(line);
    if (opened) box = [opened[1] ?? ""];
    if (/^\s*end\s*$/.test(line)) box = [];
    const declared = DECLARED.exec(line);
    if (declared) add(declared[2] ?? "", declared[3] ?? declared[2] ?? "", declared[1] === "actor" ? "actor" : "part", box, index + 1);
    const message = declared ? null : MESSAGE.exec(line);
    for (const id of message?.slice(1, 3) ?? []) if (id) add(id, id, "part", [], index + 1);
  }
  return nodes;
}
