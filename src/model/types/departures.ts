import type { Place } from "../../findings/finding.ts";

/** Where a design does otherwise than an input asks, on purpose. */
export interface Departure {
  /** Ids of the statements that it departs from. */
  ids: string[];
  /** What it names in inline code: fields, options, codes. */
  names: string[];
  /** All that it says. */
  text: string;
  /** Why; empty where nothing is said. */
  reason: string;
  place: Place;
}

/** What a design leaves to somebody to decide. */
export interface OpenQuestion {
  /** Ids of the statements that depend on it. */
  ids: string[];
  question: string;
  /** Who decides it; empty where nobody is named. */
  decider: string;
  /** What the design is built on until then; empty where nothing is said. */
  assumption: string;
  /** It has the columns that the template asks for, so that an empty cell is told as such. */
  shaped: boolean;
  place: Place;
}
