import type { DocumentKind } from "../../config/config.ts";
import type { Place } from "../../findings/finding.ts";
import type { BlockForm } from "../../markdown/index.ts";
import type { CodeKind } from "../code/types.ts";

/** What a block holds, or a text: its kind, the language as people call it or nothing, and what it is in that language. */
export interface BlockContent {
  kind: CodeKind | "payload";
  language: string;
  construct: string;
}

/** A block of an output that is neither Mermaid nor let pass by the team. */
export interface RefusedBlock {
  document: DocumentKind;
  form: BlockForm;
  /** As the fence names it; empty where it names none. */
  language: string;
  /** Absent where it holds words. */
  holds: BlockContent | undefined;
  place: Place;
}

/** Code in an output, or a drawing that is not Mermaid, outside of the refused blocks. */
export interface CodeFound extends BlockContent {
  document: DocumentKind;
  /** The words, as they stand there. */
  found: string;
  place: Place;
}
