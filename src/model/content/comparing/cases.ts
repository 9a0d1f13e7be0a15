import { isQuantity, type Said } from "./said.ts";

/** "Given a transfer filed 15 days ago, when ..." is a case, and no limit. */
export function isGiven({ passage: { text }, at }: Said): boolean {
  return /\bGiven\b(?![\s\S]*\b(?:when|then)\b)/i.test(text.slice(0, at)) && /\b(?:when|then)\b/i.test(text.slice(at));
}

/** Who refuses "a fourth file" allows three. */
export function isBeyond(said: Said, other: Said): boolean {
  const isOrdinal = said.dimension === "count" && /^(?:the|an?|each|every)\s/i.test(said.text);
  return isOrdinal && isQuantity(said) && isQuantity(other) && other.value === said.value - 1;
}
