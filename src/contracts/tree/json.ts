import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { ContractProblem } from "../../model/types.ts";
import { jsonNestsTooDeep, NESTS_TOO_DEEP } from "../../text/nesting.ts";
import type { Lines, TreeDocument } from "./types.ts";

/** Reads JSON with the place of every key. */
export function readJson(file: string, text: string): TreeDocument {
  const lines = new WeakMap<object, Lines>();
  const lineAt = lineCounter(text);
  if (jsonNestsTooDeep(text)) return { file, root: undefined, lines, problems: [{ kind: "syntax", found: NESTS_TOO_DEEP, file, line: 1 }] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  const problems: ContractProblem[] = first
    ? [{ kind: "syntax", found: words(printParseErrorCode(first.error)), file, line: lineAt(first.offset) }]
    : [];
  if (!tree || first) return { file, root: undefined, lines, problems };
  const jsonValue = (node: Node): unknown => {
    if (node.type === "array") return keep(node, (node.children ?? []).map(jsonValue), new Map());
    if (node.type !== "object") return node.value;
    const keys = new Map<string, number>();
    const entries: [string, unknown][] = [];
    for (const { children: [key, value] = [] } of node.children ?? []) {
      if (!key || !value) continue;
      const line = lineAt(key.offset);
      if (keys.has(key.value)) problems.push({ kind: "duplicate-key", found: key.value, file, line });
      keys.set(key.value, line);
      entries.push([key.value, jsonValue(value)]);
    }
    // `__proto__` is a key as any other here.
    return keep(node, Object.fromEntries(entries), keys);
  };
  const keep = <Value extends object>(node: Node, value: Value, keys: Map<string, number>): Value => {
    lines.set(value, { line: lineAt(node.offset), keys });
    return value;
  };
  return { file, root: jsonValue(tree), lines, problems };
}

/** @returns the line of an offset, counted from 1 */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** `PropertyNameExpected` reads "property name expected". */
function words(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
