import { makeInput } from "./mutate.ts";
import { randomOf } from "./random.ts";
import type { Target } from "./target.ts";

/** What went wrong with one input. */
export interface Failure {
  target: string;
  seed: number;
  /** The message, or how long it took. */
  problem: string;
  input: string;
}

/** @returns the input that a target reads for a seed. */
export function inputOf({ corpus }: Target, seed: number): string {
  return makeInput(corpus, randomOf(seed));
}

/** Has a target read the input of a seed, and says what went wrong. */
export async function trySeed(target: Target, seed: number): Promise<Failure | undefined> {
  const input = inputOf(target, seed);
  const problem = await tryInput(target, input);
  return problem === undefined ? undefined : { target: target.name, seed, problem, input };
}

/** @returns what goes wrong with an input; nothing where all holds. */
export async function tryInput(target: Target, input: string): Promise<string | undefined> {
  const began = performance.now();
  try {
    await target.run(input);
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message).split("\n").slice(0, 4).join(" ").trim() : String(thrown);
  }
  const took = performance.now() - began;
  return took > target.patience ? `took ${Math.round(took)} ms, at most ${target.patience} are allowed` : undefined;
}

/**
 * Cuts an input down as long as it still goes wrong in the same way, so that a person can see why.
 *
 * @param tries the most attempts
 */
export async function shrink(target: Target, { input, problem }: Failure, tries = 400): Promise<string> {
  const kind = kindOf(problem);
  let [best, left] = [input, tries];
  for (let size = Math.ceil(best.length / 2); size >= 1 && left > 0; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length && left > 0; left--) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      const found = await tryInput(target, shorter);
      if (found !== undefined && kindOf(found) === kind) best = shorter;
      else at += size;
    }
  }
  return best;
}

const kindOf = (problem: string) => problem.replace(/\d+/g, "").slice(0, 40);
