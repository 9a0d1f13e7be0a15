/** Numbers that depend on a seed alone, so that an input can be made again from the seed that was printed. */
export interface Random {
  /** @returns a whole number from 0 to below a limit. */
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
}

/** Mulberry32: 32 bits of state, which is enough to choose places in a text. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick<T>(values: readonly T[]): T {
      if (values.length === 0) throw new Error("nothing to pick from");
      return values[below(values.length)] as T;
    },
  };
}
