/** The same seed gives the same faults, so that a run that found something can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export class Injected extends Error {}

/** Before the effect, or after it with the answer lost: the second is what ordinary tests leave out. */
export async function withFault<Result>(random: () => number, share: number, call: () => Promise<Result>): Promise<Result> {
  if (random() < share / 2) throw new Injected("refused");
  const result = await call();
  if (random() < share / 2) throw new Injected("answer lost");
  return result;
}
