import type { Choice, Quantity } from "../types.ts";

/** Something that a clause says, in a form in which it can be compared. */
export type Said = Quantity | Choice;

export const isQuantity = (said: Said): said is Quantity => typeof said.value === "number";

/** @returns whether both say the same; kilobytes of both sorts are one. */
export function agree(a: Said, b: Said): boolean {
  if (!isQuantity(a) || !isQuantity(b)) return a.value === b.value;
  const tolerance = a.dimension === "size" || a.dimension === "throughput" ? 0.13 : a.dimension === "time" ? 0.02 : 1e-9;
  return Math.abs(a.value - b.value) <= tolerance * Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** @returns whether two things of one dimension could be one: for counts the same things, for bare numbers the same slot of a form */
export function comparable(a: Said, b: Said): boolean {
  if (!isQuantity(a) || !isQuantity(b)) return true;
  if (a.dimension === "count") return b.nouns.includes(a.nouns[0] ?? "") || a.nouns.includes(b.nouns[0] ?? "");
  if (a.dimension === "rate") return a.nouns.length === 0 || b.nouns.length === 0 || a.nouns.some((noun) => b.nouns.includes(noun));
  if (a.dimension !== "bare") return true;
  const shared = (prefix: string) => a.passage.keys.some((key) => key.startsWith(prefix) && b.passage.keys.includes(key));
  const isSameForm = a.passage.heading === b.passage.heading && shared("label:");
  return a.bound === b.bound && ((shared("row:") && shared("column:")) || (isSameForm && a.passage.heading !== ""));
}

/** @returns how many times larger one value is than the other, as a power of ten */
export function apartness(a: Said, b: Said): number {
  return isQuantity(a) && isQuantity(b) ? Math.abs(Math.log10((a.value || 0.5) / (b.value || 0.5))) : 0;
}
