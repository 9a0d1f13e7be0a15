import { createScanner, type Node, type ParseError, parse, parseTree } from "jsonc-parser";
import { jsonNestsTooDeep, NESTS_TOO_DEEP } from "../../text/nesting.ts";
import type { Assistant, Merged } from "../types.ts";

const NAME = "groundplan";
const LENIENT = { allowTrailingComma: true };

/** What is put in, and where; nothing is ever taken out. */
interface Insertion {
  at: number;
  text: string;
}

/**
 * Adds groundplan to a configuration in JSON, with or without comments. The text only grows: every character that was
 * there is still there, in its order.
 */
export function merge(before: string, { servers, entry }: Assistant): Merged {
  const errors: ParseError[] = [];
  // The byte order mark is no part of the JSON, and offsets are counted without it.
  const mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
  const text = before.slice(mark.length);
  if (jsonNestsTooDeep(text)) return refused(NESTS_TOO_DEEP);
  const root = parseTree(text, errors, LENIENT);
  if (errors.length > 0 || !root) return refused("it is not valid JSON");
  if (root.type !== "object") return refused("it holds no JSON object");
  const list = child(root, servers);
  if (list && list.type !== "object") return refused(`its "${servers}" is no JSON object`);
  if (list && child(list, NAME)) return { outcome: "same" };
  const insertions = list ? into(list, text, NAME, entry) : into(root, text, servers, { [NAME]: entry });
  const after = insertions.reduceRight((grown, { at, text: added }) => grown.slice(0, at) + added + grown.slice(at), text);
  return holds(after, servers) ? { outcome: "changed", text: mark + after } : refused("the result would not be valid JSON");
}

/** @returns the text of a configuration that holds nothing but groundplan. */
export function create({ servers, entry }: Assistant): string {
  return `${JSON.stringify({ [servers]: { [NAME]: entry } }, null, 2)}\n`;
}

function refused(reason: string): Merged {
  return { outcome: "refused", reason };
}

function child(object: Node, key: string): Node | undefined {
  // Where a key stands twice, the last one counts, as it does for every reader.
  return object.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1];
}

/** A property more at the end of an object, indented as its neighbours are. */
function into(object: Node, text: string, key: string, value: unknown): Insertion[] {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const unit = /^(?:\t|[ ]{2,8})(?=[^\s])/m.exec(text)?.[0] ?? "  ";
  const close = object.offset + object.length - 1;
  const outer = indentAt(text, object.offset);
  const last = object.children?.at(-1);
  const inner = last && text.slice(object.offset, last.offset).includes("\n") ? indentAt(text, last.offset) : outer + unit;
  const lines = `${JSON.stringify(key)}: ${JSON.stringify(value, null, unit)}`.split("\n").join(newline + inner);
  const end = endOfContents(text, object.offset + 1, close);
  const closing = text.slice(end, close).includes("\n") ? "" : newline + outer;
  const property = { at: end, text: `${newline}${inner}${lines}${closing}` };
  if (!last || hasComma(text.slice(last.offset + last.length, close))) return [property];
  return [{ at: last.offset + last.length, text: "," }, property];
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))?.[0] ?? "";
}

/** Where the last word or comment before a closing brace ends. */
function endOfContents(text: string, from: number, close: number): number {
  return from + text.slice(from, close).trimEnd().length;
}

function hasComma(tail: string): boolean {
  const words = createScanner(tail, true);
  words.scan();
  return tail[words.getTokenOffset()] === ",";
}

function holds(text: string, servers: string): boolean {
  const errors: ParseError[] = [];
  const value = parse(text, errors, LENIENT) as Record<string, Record<string, unknown> | undefined>;
  return errors.length === 0 && value[servers]?.[NAME] !== undefined;
}
