import type { Place } from "../../findings/finding.ts";
import type { Passage } from "./passages/passage.ts";
import { readSubjects } from "./stems.ts";

/** What stands farther away belongs to something else; a clause may go on for thousands of characters. */
const FARTHEST = 500;

/** Something that a clause states. Where it stands and what stands next to it is looked for when it is asked: most of it is never told of. */
class Stated {
  /** As written. */
  readonly text: string;
  /** Where in the clause it begins, and how long it is as written. */
  readonly at: number;
  readonly length: number;
  readonly passage: Passage;
  #near: ReadonlySet<string> | undefined;

  constructor(passage: Passage, text: string, at: number, length: number) {
    this.passage = passage;
    this.text = text;
    this.at = at;
    this.length = length;
  }

  get place(): Place {
    const start = this.passage.start + this.at;
    return this.passage.place(start, start + this.length);
  }

  /** @returns the stems of the part of the clause, between commas and brackets, that it stands in */
  near(): ReadonlySet<string> {
    this.#near ??= stemsAround(this.passage.text, this.at, this.at + this.length);
    return this.#near;
  }
}

function stemsAround(text: string, start: number, end: number): ReadonlySet<string> {
  const before = text.slice(Math.max(0, start - FARTHEST), start);
  const after = text.slice(end, end + FARTHEST);
  const from = Math.max(before.lastIndexOf(", "), before.lastIndexOf("("), before.lastIndexOf(" and "), before.lastIndexOf(": ")) + 1;
  const ends = [", ", ")", " and ", " ("].map((mark) => after.indexOf(mark)).filter((at) => at !== -1);
  return readSubjects(`${before.slice(from)} ${after.slice(0, Math.min(after.length, ...ends))}`);
}

/** What a quantity bounds. */
export type Bound = "least" | "most" | "exact";

/** What a number says. */
export interface Measure {
  /** What may be compared with it: `time`, `size`, `percent`, `count`, `rate`, `version:tls`, `role:default` ... */
  dimension: string;
  /** In the dimension's base unit. */
  value: number;
  bound: Bound;
  /** The stems of what is counted. */
  nouns: readonly string[];
}

/** A number with its unit and what it counts, as one clause states it. */
export class Quantity extends Stated implements Measure {
  readonly dimension: string;
  readonly value: number;
  readonly bound: Bound;
  readonly nouns: readonly string[];

  constructor(passage: Passage, { text, at, length }: Pick<Stated, "text" | "at" | "length">, { dimension, value, bound, nouns }: Measure) {
    super(passage, text, at, length);
    this.dimension = dimension;
    this.value = value;
    this.bound = bound;
    this.nouns = nouns;
  }
}

/** One side of two words that exclude each other, as one clause says it. */
export class Choice extends Stated {
  /** The pair that it belongs to. */
  readonly dimension: string;
  readonly value: string;

  constructor(passage: Passage, { text, at, length }: Pick<Stated, "text" | "at" | "length">, dimension: string, value: string) {
    super(passage, text, at, length);
    this.dimension = dimension;
    this.value = value;
  }
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
export class Literal extends Stated {
  readonly kind: LiteralKind;
  /** It is marked as code or quoted. */
  readonly marked: boolean;

  constructor(passage: Passage, text: string, at: number, kind: LiteralKind, marked: boolean) {
    super(passage, text, at, text.length);
    this.kind = kind;
    this.marked = marked;
  }
}
