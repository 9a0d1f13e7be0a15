import { setImmediate } from "node:timers/promises";

/**
 * Works on one feature after the other. What the parser has lent is given back between two turns of the loop: without
 * them, a thousand features take a gigabyte.
 *
 * @returns what the work gave, in order
 */
export async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    results.push(work(item));
    await setImmediate();
  }
  return results;
}
