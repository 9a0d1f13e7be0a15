import type { FeatureKey } from "../../feature/types.ts";
import type { Requirement } from "../../model/types.ts";

/** A place at which the code, a test or a commit names a requirement. */
export interface CodeMention {
  feature: FeatureKey;
  /** As the PRD writes it where it has it, else as it is written there. */
  id: string;
  kind: "code" | "test" | "commit";
  /** Path of the file; the hash of a commit. */
  file: string;
  /** 0 for a commit. */
  line: number;
}

/** What is said of a mention that the PRD does not bear out. */
export interface Astray extends CodeMention {
  /** The PRD has no such id; or its text was another when this was written. */
  why: "gone" | "changed";
}

/** How far one statement of the PRD has come. */
export interface Built {
  requirement: Requirement;
  designed: boolean;
  implemented: CodeMention[];
  tested: CodeMention[];
}

/** What the code says of one feature's requirements. */
export interface CodeTrace {
  statements: Built[];
  astray: Astray[];
}
