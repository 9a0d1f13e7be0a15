import { KnownError } from "../../src/findings/errors.ts";

/** A reader of untrusted text, and what must be true of what it answers. */
export interface Target {
  name: string;
  /** Texts as people write them, which inputs are made from. */
  corpus: readonly string[];
  /** The longest that one input may take, in milliseconds. */
  patience: number;
  /** Reads an input. Throws where something does not hold that must. */
  run(input: string): void | Promise<void>;
}

/** A text of this length is read in well under a tenth of it; the rest is for a machine that has much else to do. */
const PATIENCE = 5_000;

/** Declares a target; a mistake that is told to the user is an answer as good as any. */
export function defineTarget(target: Omit<Target, "patience"> & { patience?: number }): Target {
  return {
    patience: PATIENCE,
    ...target,
    async run(input) {
      try {
        await target.run(input);
      } catch (thrown) {
        if (!(thrown instanceof KnownError)) throw thrown;
        hold(thrown.message !== "" && thrown.advice !== "", "a known error says what is wrong and what to do");
      }
      hold(({} as Record<string, unknown>).polluted === undefined, "no input reaches the prototype of all objects");
    },
  };
}

/** @throws Error where a law does not hold */
export function hold(holds: boolean, law: string): void {
  if (!holds) throw new Error(`does not hold: ${law}`);
}
