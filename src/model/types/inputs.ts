import type { DocumentKind, InterfaceKind } from "../../config/config.ts";
import type { Place } from "../../findings/finding.ts";
import type { Stated } from "./stated.ts";

/** One statement of the PRD that a design has to answer. */
export interface Requirement {
  /** As the PRD writes it (`FR-1`), or made from section and number where it gives none. */
  id: string;
  /** The PRD itself gives the id. */
  numbered: boolean;
  kind: "functional" | "non-functional" | "story" | "criterion";
  /** What it states, in one sentence. */
  text: string;
  /** The same with all that stands below it and belongs to it. */
  whole: string;
  /** The title of the PRD's section it stands in. */
  section: string;
  /** The id of the statement that it belongs to. */
  parent?: string;
  /** It stands below a heading of interfaces and asks for one of this kind. */
  asks?: InterfaceKind;
  /** Why it is not to be built: it stands below Out of Scope, is struck out, or says so. */
  excluded?: string;
  /** How directly it is a requirement, 0 being the most; see the reading's choice of what is demanded. */
  rank: 0 | 1 | 2 | 3;
  /** What it was recognised by, in words. */
  recognisedBy: string;
  place: Place;
}

/** A requirement id as an output mentions it; ranges are taken apart. */
export interface Mention {
  id: string;
  document: DocumentKind;
  place: Place;
}

/** A numbered flow of the PRD. */
export interface UserFlow {
  name: string;
  steps: Stated[];
  place: Place;
}
