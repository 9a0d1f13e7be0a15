import { versions } from "node:process";
import { setFlagsFromString } from "node:v8";

/** Bytes of code that a function runs through before V8 optimizes it; 67,584 unless told. */
const BUDGET = 1_200_000;

/** How much the heap may grow, in percent of what is alive, before V8 looks for what is not; up to 300 unless told. */
const GROWTH = 50;

/**
 * Sets V8 for many short works in a row instead of one that goes on for days. It is said of the whole process, threads
 * included, and so is for the command line alone to say; what was measured stands in the decision record on speed.
 */
export function tuneEngine(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  // V8 up to version 11, which is Node 20, has nothing between code that is as good as interpreted and code that takes long
  // to make: a check spent a quarter of its time on optimizing hundreds of functions that soon had nothing left to do.
  if (Number.parseInt(versions.v8, 10) < 12) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
