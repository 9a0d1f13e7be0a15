import type { DocumentKind } from "../config/config.ts";
import type { Decision } from "../context/decisions.ts";
import type { MarkdownDocument } from "../markdown/index.ts";

/** The two folder names that identify a feature. */
export interface FeatureKey {
  epic: string;
  feature: string;
}

/** Why a file of a feature could not be read as text. */
export type Trouble = "utf-16" | "nul-bytes" | "too-large" | "not-a-file" | "symlink" | "unreadable" | "not-utf-8" | "failed";

/** One Markdown file of a feature, of a known kind. */
export interface FeatureDocument {
  kind: DocumentKind;
  /** Path relative to the workspace, with forward slashes. */
  file: string;
  /** Hash of the bytes on disk; what a write must be based on. */
  revision: string;
  markdown: MarkdownDocument;
  trouble?: Trouble;
  /** What groundplan failed with over it, a defect of its own: the document counts as one that cannot be read. */
  failure?: string;
}

/** What the relative links of a feature's documents lead to, by path relative to the workspace. */
export interface LinkTarget {
  exists: boolean;
  /** The fragments of a Markdown target. */
  anchors?: ReadonlySet<string>;
  /** What it says, where it is a decision record. */
  decision?: Decision;
}

/** A file that machines read, as OpenAPI or Protobuf, which states contracts of a feature or is referred to by one that does. */
export interface ContractFile {
  /** Path relative to the workspace, with forward slashes. */
  file: string;
  /** Empty where the file could not be read. */
  text: string;
  trouble?: Trouble;
  /** Only another file refers to it: its schemas count where they are referred to. */
  referred: boolean;
}

/** One folder of the plan, read once. */
export interface Feature {
  key: FeatureKey;
  /** Path relative to the workspace, with forward slashes. */
  folder: string;
  documents: Partial<Record<DocumentKind, FeatureDocument>>;
  /** What states contracts in the languages of machines. */
  contracts: readonly ContractFile[];
  targets: ReadonlyMap<string, LinkTarget>;
}
