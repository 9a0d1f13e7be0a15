import { distance } from "fastest-levenshtein";
import { nameKey } from "../../text/names.ts";
import { wordsOf } from "../code/words.ts";

/** What a thing of the design and its like in the code hold under different names. */
export interface Paired<Designed, Built> {
  missing: Designed[];
  extra: Built[];
  /** What is designed under one name and built under another. */
  renamed: { designed: Designed; built: Built }[];
  /** What both have. */
  both: { designed: Designed; built: Built }[];
}

interface Named {
  name: string;
}

/** Lays what is designed beside what is built, by names; of what is left, what is nearly called alike, or alone, is one thing with two names. */
export function pairNames<D extends Named, B extends Named>(
  designed: readonly D[],
  built: readonly B[],
  canBe: (designed: D, built: B) => boolean = () => true,
): Paired<D, B> {
  const byKey = new Map(built.map((one) => [nameKey(one.name), one]));
  const both = designed.flatMap((one) => {
    const found = byKey.get(nameKey(one.name));
    return found ? [{ designed: one, built: found }] : [];
  });
  const missing = new Set(designed.filter((one) => !byKey.has(nameKey(one.name))));
  const taken = new Set(both.map((pair) => pair.built));
  const extra = new Set(built.filter((one) => !taken.has(one)));
  const renamed: { designed: D; built: B }[] = [];
  const pair = (a: D, b: B) => {
    renamed.push({ designed: a, built: b });
    missing.delete(a);
    extra.delete(b);
  };
  for (const one of [...missing]) {
    const near = [...extra].filter((other) => canBe(one, other) && areNear(one.name, other.name));
    if (near.length === 1 && near[0]) pair(one, near[0]);
  }
  const [[lone], [other]] = [[...missing], [...extra]];
  if (missing.size === 1 && extra.size === 1 && lone && other && canBe(lone, other)) pair(lone, other);
  return { missing: [...missing], extra: [...extra], renamed, both };
}

/** They share a word, or differ in few letters. */
function areNear(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  if (wordsOf(b).some((word) => words.has(word))) return true;
  const [left, right] = [nameKey(a), nameKey(b)];
  return distance(left, right) <= Math.max(left.length, right.length) / 4;
}
