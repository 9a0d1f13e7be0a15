import { subjectStem } from "../stems.ts";
import type { Quantity } from "../types.ts";

/** That something is limited tells nothing of what it is. */
const LIMIT = subjectStem("limit");

/** @returns whether both clauses, or what the first one stands in, have a word in common beside what is counted */
export function sharesSubject(said: Quantity, other: Quantity): boolean {
  const asked = other.passage.own;
  const isShared = (word: string) => asked.has(word) && word !== LIMIT && !other.nouns.includes(word) && !said.nouns.includes(word);
  return [...said.passage.own].some(isShared) || [...said.passage.around].some(isShared);
}
