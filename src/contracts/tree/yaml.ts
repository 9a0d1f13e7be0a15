import yaml from "js-yaml";
import type { ContractProblem } from "../../model/types.ts";
import { depthListener, NESTS_TOO_DEEP } from "../../text/nesting.ts";
import type { Lines, TreeDocument } from "./types.ts";

interface Seen {
  line: number;
  children: { line: number; value: unknown }[];
}

/**
 * Reads YAML with the reader that front matter is read with. It gives values alone; the listener tells where each node
 * opens and closes, and of these the lines of keys are made.
 */
export function readYaml(file: string, text: string): TreeDocument {
  const lines = new WeakMap<object, Lines>();
  const open: Seen[] = [];
  const listener = depthListener((event, state) => {
    if (event === "open") {
      open.push({ line: state.line + 1, children: [] });
      return;
    }
    const node = open.pop();
    if (!node) return;
    keep(node, state.result, lines);
    open.at(-1)?.children.push({ line: node.line, value: state.result });
  });
  try {
    const root = yaml.load(text, { schema: yaml.CORE_SCHEMA, listener });
    return { file, root, lines, problems: [] };
  } catch (error) {
    return { file, root: undefined, lines, problems: [problemOf(error, file)] };
  }
}

/** The children of a mapping are a key, its value, the next key, and so on. */
function keep({ line, children }: Seen, result: unknown, lines: WeakMap<object, Lines>): void {
  if (result === null || typeof result !== "object" || lines.has(result)) return;
  const keys = new Map<string, number>();
  if (!Array.isArray(result))
    for (let index = 0; index < children.length; index++) {
      const { line: at, value } = children[index] as Seen["children"][number];
      const key = String(value);
      if (typeof value === "object" || !Object.hasOwn(result, key) || keys.has(key)) continue;
      keys.set(key, at);
      index++;
    }
  lines.set(result, { line: Math.min(line, ...keys.values()), keys });
}

function problemOf(error: unknown, file: string): ContractProblem {
  const { reason = NESTS_TOO_DEEP, mark } = error as { reason?: string; mark?: { line: number } };
  const kind = /duplicated mapping key/.test(reason) ? "duplicate-key" : "syntax";
  return { kind, found: reason, file, line: (mark?.line ?? 0) + 1 };
}
