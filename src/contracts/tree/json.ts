import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { ContractProblem } from "../../model/types.ts";
import type { Lines, TreeDocument } from "./types.ts";

/** Nested deeper than this, nothing that describes an interface is; recursion goes no further. */
const DEEPEST = 500;

/** Reads JSON with the place of every key. */
export function readJson(file: string, text: string): TreeDocument {
  const lines = new WeakMap<object, Lines>();
  const lineAt = lineCounter(text);
  if (tooDeep(text)) return { file, root: undefined, lines, problems: [{ kind: "syntax", found: "it is nested too deep", file, line: 1 }] };
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

function tooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < text.length; index++) {
    const letter = text.charCodeAt(index);
    if (inText) {
      if (letter === 0x5c) index++;
      else if (letter === 0x22) inText = false;
    } else if (letter === 0x22) inText = true;
    else if (letter === 0x7b || letter === 0x5b) {
      if (++depth > DEEPEST) return true;
    } else if (letter === 0x7d || letter === 0x5d) depth--;
  }
  return false;
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
