import type { Passage } from "./passages/passage.ts";
import type { Choice, Literal, Quantity } from "./stated.ts";

export type { Passage } from "./passages/passage.ts";
export type { Choice, Literal, LiteralKind, Quantity } from "./stated.ts";

/** A name of an output that stands where another document has another one. */
export interface Stranger {
  literal: Literal;
  /** What the other document has there. */
  expected: Literal;
}

/** All that the documents of a feature state literally. */
export interface Content {
  passages: Passage[];
  quantities: Quantity[];
  choices: Choice[];
  literals: Literal[];
}
