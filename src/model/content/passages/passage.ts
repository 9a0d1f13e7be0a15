import type { DocumentKind } from "../../../config/config.ts";
import type { Place } from "../../../findings/finding.ts";
import type { AlignedDocument } from "../../types.ts";
import { subjectsOf } from "../stems.ts";
import type { Spot } from "./spots.ts";

/** What is known of a stretch before it is cut into clauses. */
export interface Around {
  /** Offset of the section's heading: parallel items of one section speak of different things. */
  section: number;
  /** That of the section above it, or 0. */
  parent: number;
  /** The texts of the row, item, label and headings around it. */
  texts: readonly string[];
  keys: readonly string[];
  ids: readonly string[];
  aside: boolean;
  /** What a cell that only gives a value is about: the name of its row and of its column. */
  subject?: string;
}

/** What a clause may state. */
export interface Holds {
  numbers: boolean;
  choices: readonly Spot[];
  literals: boolean;
}

/** The same few headings and rows stand around many clauses. */
const words = new WeakMap<readonly string[], ReadonlySet<string>>();

/** What is marked as code is a name, and two clauses that bear it speak of one thing. */
function markedIn(text: string): string[] {
  return text.includes("`") ? Array.from(text.matchAll(/`[^`\n]{2,60}`/g), ([marked]) => marked.toLowerCase()) : [];
}

/** A clause of a document: what its words are, and what it belongs to. */
export class Passage {
  readonly document: DocumentKind;
  readonly text: string;
  readonly start: number;
  readonly line: number;
  readonly holds: Holds;
  readonly #document: AlignedDocument;
  readonly #around: Around;
  readonly #of: string;
  #own: ReadonlySet<string> | undefined;

  constructor(document: AlignedDocument, around: Around, at: { start: number; line: number; text: string; holds: Holds; of?: string }) {
    this.document = document.kind;
    this.text = at.text;
    this.start = at.start;
    this.line = at.line;
    this.holds = at.holds;
    this.#document = document;
    this.#around = around;
    this.#of = at.of ?? "";
  }

  /** The stems of its own words, without those that every text has. */
  get own(): ReadonlySet<string> {
    if (!this.#own) {
      const subjects = subjectsOf(this.#of === "" ? this.text : `${this.#of} ${this.text}`);
      const marked = markedIn(this.text);
      const own = marked.length === 0 ? subjects : new Set([...subjects, ...marked]);
      this.#own = own.size === 0 ? subjectsOf(this.#around.subject ?? "") : own;
    }
    return this.#own;
  }

  /** Those of the row, item, label and heading that it stands in. */
  get around(): ReadonlySet<string> {
    const { texts } = this.#around;
    let found = words.get(texts);
    if (!found) {
      found = new Set(texts.flatMap((text) => [...subjectsOf(text)]));
      words.set(texts, found);
    }
    return found;
  }

  /** What it is about for certain: the subject of its row, an interface, a field, a label. */
  get keys(): readonly string[] {
    return this.#around.keys;
  }

  /** The innermost heading that it stands under; empty where there is none. */
  get heading(): string {
    return this.keys.findLast((key) => key.startsWith("under:")) ?? "";
  }

  /** Ids of requirements that it cites or states. */
  get ids(): readonly string[] {
    return this.#around.ids;
  }

  get section(): number {
    return this.#around.section;
  }

  get parent(): number {
    return this.#around.parent;
  }

  /** The words describe a sample, a test or a history: nothing is demanded. */
  get aside(): boolean {
    return this.#around.aside;
  }

  /** @returns the place of a stretch of it. */
  place(start: number, end: number): Place {
    return this.#document.place(this.#document.markdown.lines.span(start, end));
  }
}
