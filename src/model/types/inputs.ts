import type { DocumentKind } from "../../config/config.ts";
import type { Place } from "../../findings/finding.ts";
import type { Stated } from "./stated.ts";

/** One requirement that the PRD declares. */
export interface Requirement {
  /** As the PRD writes it (`FR-1`), or made from section and number where it gives none. */
  id: string;
  /** The PRD itself gives the id. */
  numbered: boolean;
  kind: "functional" | "non-functional" | "story" | "criterion";
  text: string;
  /** The title of the PRD's section it stands in. */
  section: string;
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
