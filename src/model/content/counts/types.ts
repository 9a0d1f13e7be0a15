import type { Quantity } from "../types.ts";

/** A sentence that says how many there are of something of which another number is named. */
export interface StatedCount {
  said: Quantity;
  /** What is counted, as the message words it. */
  noun: string;
  /** How many there are; several where they may be counted in several ways. */
  known: readonly number[];
  /** Where they are: described one by one, listed right behind the number, or the values of a field. */
  by: "described" | "listed" | "values";
}
