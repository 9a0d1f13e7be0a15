import type { DocumentKind } from "../../config/config.ts";
import type { Place } from "../../findings/finding.ts";
import type { Requirement } from "./inputs.ts";

/** How one block of an input was understood. */
export type BlockRole =
  | "statement"
  | "flow"
  | "step"
  | "integration"
  | "command"
  | "endpoint"
  | "event"
  | "structure"
  | "risk"
  | "question"
  | "security"
  | "exclusion"
  | "context"
  | "unread";

/** One block of an input: an item, a row, a paragraph, a heading, a fence. */
export interface ReadBlock {
  role: BlockRole;
  form: "heading" | "item" | "row" | "paragraph" | "fence";
  /** The text that it states, without what stands in front of it. */
  text: string;
  /** Of a statement. */
  kind?: Requirement["kind"];
  /** Of a statement: the PRD's own id, or the one that was made for it. */
  id?: string;
  /** The id of the statement that it belongs to. */
  parent?: string;
  /** The title of the section that it stands in. */
  section: string;
  /** The line of the heading that it stands below; 0 above the first. */
  below: number;
  /** What it was recognised by, in words. */
  recognisedBy: string;
  place: Place;
}

/** A stretch of an input that looks normative and was not understood. */
export interface UnreadPart {
  /** The heading or label above it. */
  title: string;
  /** A whole section with lists or tables; otherwise one block. */
  whole: boolean;
  blocks: number;
  text: string;
  place: Place;
}

/** How every block of an input was understood. */
export interface Reading {
  document: DocumentKind;
  file: string;
  /** The codes of the languages that were recognised, the likeliest first. */
  languages: string[];
  blocks: ReadBlock[];
  /** Every statement in the order of the text, what is excluded among them. */
  statements: Requirement[];
  unread: UnreadPart[];
  /** Ids that are declared twice with different words. */
  clashes: { id: string; first: Place; second: Place }[];
}
