import { Quantity } from "../stated.ts";
import type { Passage } from "../types.ts";
import type { Note } from "./note.ts";

/** `--keep-days 90`, `--keep-days=90`. */
const SET_OPTION = /--([a-z][a-z-]{1,40})[ =](\d{1,9})(?![\w:-]|\.\w)/g;

/** Reads what options are set to. */
export function readOptions(text: string, note: Note): void {
  for (const { index, 0: whole, 1: flag = "", 2: value } of text.matchAll(SET_OPTION))
    note(index, index + whole.length, { dimension: `option:${flag}`, value: Number(value), bound: "exact" });
}

/** @returns what an input says that its one option is to be set to: in "runs older than 90 days go (`--keep-days`)" it is 90 */
export function valuesOfOption(passage: Passage, found: readonly Quantity[]): Quantity[] {
  const { text, document } = passage;
  if ((document !== "prd" && document !== "contracts") || !text.includes("--")) return [];
  const flags = new Set(Array.from(text.matchAll(/--([a-z][a-z-]{1,40})/g), ([, flag = ""]) => flag));
  const [flag] = flags;
  if (flags.size !== 1 || flag === undefined || found.some(({ dimension }) => dimension.startsWith("option:"))) return [];
  return found.flatMap((quantity) => {
    const value = Number(/\d[\d,]*/.exec(quantity.text)?.[0].replaceAll(",", "") ?? Number.NaN);
    const isSetting = ["time", "count", "size", "bare"].includes(quantity.dimension) || quantity.dimension.startsWith("role:");
    return Number.isNaN(value) || !isSetting ? [] : [new Quantity(passage, quantity, { ...quantity, dimension: `option:${flag}`, value })];
  });
}
