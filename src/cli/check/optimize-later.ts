import { versions } from "node:process";
import { setFlagsFromString } from "node:v8";

/** Bytes of code that a function runs through before V8 optimizes it; 135,168 unless told. */
const BUDGET = 1_200_000;

/**
 * V8 up to version 11, which is Node 20, has nothing between code that is as good as interpreted and code that takes long
 * to make: a check spent a quarter of its time on optimizing hundreds of functions that soon had nothing left to do.
 * It is said of the whole process, threads included, and so is for the command line alone to say.
 */
export function optimizeLater(): void {
  if (Number.parseInt(versions.v8, 10) < 12) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
