import type { Assistant, Merged } from "../types.ts";

const BEGIN = "<!-- groundplan:begin -->";
const END = "<!-- groundplan:end -->";

/**
 * Puts groundplan's instructions between their markers: in place of those that stand there, or at the end. Text outside
 * of the markers is a person's, and stays as it is.
 */
export function merge(before: string, _: Assistant, instructions: string): Merged {
  const newline = before.includes("\r\n") ? "\r\n" : "\n";
  const block = blockOf(instructions).replaceAll("\n", newline);
  const begins = before.split(BEGIN).length - 1;
  const ends = before.split(END).length - 1;
  if (begins > 1 || ends !== begins) return { outcome: "refused", reason: `its markers ${BEGIN} and ${END} are not one pair` };
  if (begins === 0) {
    const gap = before.trim() === "" ? "" : before.endsWith("\n") ? newline : newline + newline;
    return { outcome: "changed", text: before + gap + block + newline };
  }
  const from = before.indexOf(BEGIN);
  const to = before.indexOf(END) + END.length;
  if (to < from) return { outcome: "refused", reason: `its marker ${END} stands before ${BEGIN}` };
  const text = before.slice(0, from) + block + before.slice(to);
  return text === before ? { outcome: "same" } : { outcome: "changed", text };
}

/** @returns the text of a file that holds nothing but groundplan's instructions. */
export function create(_: Assistant, instructions: string): string {
  return `${blockOf(instructions)}\n`;
}

function blockOf(instructions: string): string {
  return `${BEGIN}\n${instructions.trim()}\n${END}`;
}
