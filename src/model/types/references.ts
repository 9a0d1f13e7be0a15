import type { Place } from "../../findings/finding.ts";

/** A type as a field, parameter or response names it. */
export interface TypeReference {
  name: string;
  /** The structure or interface that names it. */
  user: string;
  place: Place;
}
