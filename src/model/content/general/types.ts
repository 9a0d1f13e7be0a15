import type { Place } from "../../types.ts";

/** A section on all interfaces says otherwise than an interface, another section or an input does. */
export interface GeneralConflict {
  found: string;
  place: Place;
  here: string;
  expected: string;
  related: Place;
  there: string;
}
