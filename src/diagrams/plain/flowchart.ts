import { labelName } from "../text.ts";
import type { Arrow, DiagramNode, Graph, Role } from "../types.ts";
import { isPlainName, PLAIN_TEXT } from "./words.ts";

const HEADER = /^(?:flowchart|graph) (?:TB|TD|BT|LR|RL)$/;
const ID = "[A-Za-z][A-Za-z0-9_]*";
const QUOTED = `"(?:${PLAIN_TEXT}|[:@]|%(?!%)|<br/?>)+"`;
const WORDS = "[A-Za-z0-9]+(?: [A-Za-z0-9]+)*";
const GROUP = new RegExp(`^subgraph (${ID})(?:\\[(?:(${QUOTED})|(${WORDS}))\\])?$`, "u");
const NODE = new RegExp(
  `^(${ID})(?:\\[\\((${QUOTED})\\)\\]|\\[\\[(${QUOTED})\\]\\]|\\(\\[(${QUOTED})\\]\\)|\\{\\{(${QUOTED})\\}\\}|\\[(${QUOTED}|${WORDS})\\]|\\((${QUOTED}|${WORDS})\\)|\\{(${QUOTED}|${WORDS})\\})?`,
  "u",
);
const ARROW = new RegExp(`^ +(?:-->|---|-\\.->|==>)(?:\\|(${QUOTED}|(?:[A-Za-z0-9 ,.'?:_]|/(?!/)|%(?!%)|-(?!-))+)\\|)? +`, "u");
const AND = /^ +& +/;

/** @returns what a flowchart draws; nothing where a line is not of the simplest form. */
export function readPlainFlowchart(lines: readonly string[]): Graph | undefined {
  if (!HEADER.test(lines[0] ?? "")) return undefined;
  const chart: Chart = { nodes: new Map(), arrows: [], groups: [], open: [] };
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === "") continue;
    if (line === "end") {
      if (!chart.open.pop()) return undefined;
    } else if (!(readGroup(line, chart) || readStatement(line, chart, index + 1))) return undefined;
  }
  const ids = new Set(chart.groups.map(({ id }) => id));
  // An arrow to a group, and a node of two groups, are cases for Mermaid.
  if (chart.open.length > 0 || [...chart.nodes.keys()].some((id) => ids.has(id))) return undefined;
  return { nodes: [...chart.nodes.values()], arrows: chart.arrows, entities: [], groups: chart.groups };
}

interface Chart {
  nodes: Map<string, DiagramNode>;
  arrows: Arrow[];
  groups: { id: string; title: string }[];
  open: string[];
}

function readGroup(line: string, { groups, open }: Chart): boolean {
  const [, id, quoted, words] = GROUP.exec(line) ?? [];
  if (id === undefined || !isPlainName(id) || groups.some((group) => group.id === id)) return false;
  const title = unquoted(quoted ?? words ?? id).trim();
  groups.push({ id, title });
  open.push(title);
  return true;
}

/** Nodes that are divided by `&`, with arrows between such lists. */
function readStatement(line: string, chart: Chart, at: number): boolean {
  let rest = line;
  let before: string[] = [];
  let label = "";
  for (;;) {
    const here: string[] = [];
    for (;;) {
      const node = NODE.exec(rest);
      if (!node || !meet(node, chart, at)) return false;
      here.push(node[1] ?? "");
      rest = rest.slice(node[0].length);
      const and = AND.exec(rest);
      if (!and) break;
      rest = rest.slice(and[0].length);
    }
    for (const from of before) for (const to of here) chart.arrows.push({ from, to, text: label, kind: "link", branches: [], line: at });
    if (rest === "") return true;
    const arrow = ARROW.exec(rest);
    if (!arrow) return false;
    label = unquoted(arrow[1] ?? "").trim();
    before = here;
    rest = rest.slice(arrow[0].length);
  }
}

function meet([, id = "", store, ...others]: RegExpExecArray, { nodes, open }: Chart, line: number): boolean {
  if (!isPlainName(id)) return false;
  const text = store ?? others.find((label) => label !== undefined);
  if (text !== undefined && !text.startsWith('"') && !text.split(" ").every(isPlainName)) return false;
  const role: Role = store === undefined ? "part" : "store";
  const known = nodes.get(id);
  if (!known) {
    nodes.set(id, { id, label: text === undefined ? id : labelName(text) || id, role, groups: [...open], line });
    return true;
  }
  // A second label, or another group, is a case for Mermaid.
  if (text !== undefined && (known.label !== id || known.role !== "part")) return false;
  if (text !== undefined) Object.assign(known, { label: labelName(text) || id, role, line });
  if (known.groups.join("\n") === open.join("\n") || open.length === 0) return true;
  if (known.groups.length > 0) return false;
  known.groups = [...open];
  return true;
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1) : text;
}
