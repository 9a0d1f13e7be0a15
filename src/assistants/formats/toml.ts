import { parse, stringify, type TomlTable } from "smol-toml";
import type { Assistant, Merged } from "../types.ts";

const NAME = "groundplan";

/**
 * Adds groundplan to a configuration in TOML as a table of its own at the end; nothing before it is touched. What that
 * cannot be done with, such as servers in an inline table, is refused.
 */
export function merge(before: string, assistant: Assistant): Merged {
  const { servers } = assistant;
  const value = read(before);
  if (!value) return { outcome: "refused", reason: "it is not valid TOML" };
  const list = value[servers];
  if (list !== undefined && (typeof list !== "object" || list instanceof Date || Array.isArray(list)))
    return { outcome: "refused", reason: `its ${servers} is no table` };
  if (list && NAME in list) return { outcome: "same" };
  const newline = before.includes("\r\n") ? "\r\n" : "\n";
  const gap = before.trim() === "" ? "" : before.endsWith("\n") ? newline : newline + newline;
  const text = before + gap + create(assistant).replaceAll("\n", newline);
  if (!read(text)) return { outcome: "refused", reason: `its ${servers} cannot be extended by a table at the end` };
  return { outcome: "changed", text };
}

/** @returns the text of a configuration that holds nothing but groundplan. */
export function create({ servers, entry }: Assistant): string {
  return `${stringify({ [servers]: { [NAME]: entry } }).trimEnd()}\n`;
}

function read(text: string): TomlTable | undefined {
  try {
    return parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
