import type { Place } from "../../findings/finding.ts";
import type { Near } from "./passages/near.ts";
import type { Passage } from "./passages/passage.ts";

export type { Passage } from "./passages/passage.ts";

/** What a quantity bounds. */
export type Bound = "least" | "most" | "exact";

/** A number with its unit and what it counts, as one clause states it. */
export interface Quantity {
  /** As written. */
  text: string;
  /** What may be compared with it: `time`, `size`, `percent`, `count`, `rate`, `version:tls`, `role:default` ... */
  dimension: string;
  /** In the dimension's base unit. */
  value: number;
  bound: Bound;
  /** Where in the clause it begins, and how long it is as written. */
  at: number;
  length: number;
  /** The stems of what is counted. */
  nouns: readonly string[];
  near: Near;
  passage: Passage;
  place: Place;
}

/** One side of two words that exclude each other, as one clause says it. */
export interface Choice {
  text: string;
  /** Where in the clause it begins, and how long it is as written. */
  at: number;
  length: number;
  /** The pair that it belongs to. */
  dimension: string;
  value: string;
  near: Near;
  passage: Passage;
  place: Place;
}

/** What kind of name a literal is. */
export type LiteralKind =
  | "pattern"
  | "series"
  | "media"
  | "flag"
  | "path"
  | "event"
  | "code"
  | "field"
  | "header"
  | "variable"
  | "file"
  | "folder"
  | "value"
  | "message";

/** A token that has to be carried over exactly. */
export interface Literal {
  text: string;
  kind: LiteralKind;
  /** It is marked as code or quoted. */
  marked: boolean;
  /** Where in the clause it begins. */
  at: number;
  passage: Passage;
  place: Place;
}

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
