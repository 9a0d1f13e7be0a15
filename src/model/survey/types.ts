import type { Place } from "../types.ts";
import type { CodePlace } from "./things.ts";

/** Something that an input says of the code, and the code has otherwise or not at all. */
export interface CodeConflict {
  /** What is spoken of: a command, a route, a field ... */
  what: string;
  /** As the input says it. */
  said: string;
  /** What the code has in its place, as a noun phrase; empty where it has nothing like it. */
  has: string;
  /** Nothing that was not read could bear the input out. */
  certain: boolean;
  /** Names by which a departure speaks of it. */
  names: string[];
  place: Place;
  code?: CodePlace;
}
