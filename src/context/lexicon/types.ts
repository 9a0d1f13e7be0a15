import type { HeadingRole } from "../../config/heading-roles.ts";

export type { HeadingRole };

/** Where the package keeps its words, and a project its own. */
export const LEXICON_FOLDER = "context/lexicon";

/** What a numbered or titled heading may name: `Requirement 3`, `Story: Preview`. */
export const ITEM_ROLES = ["requirement", "story", "criterion"] as const;
export type ItemRole = (typeof ITEM_ROLES)[number];

export const COLUMN_ROLES = ["id", "text", "priority", "field", "type"] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Words that tell what a sentence is. */
export const WORD_CLASSES = [
  "duty",
  "action",
  "ability",
  "storyopen",
  "storywish",
  "given",
  "when",
  "then",
  "trigger",
  "and",
  "excluded",
  "excluding",
  "announcing",
  "none",
  "joint",
  "binding",
  "example",
  "priority",
  "common",
  "untestable",
  "document",
  "design",
  "compound",
  "pointing",
  "phase",
  "general",
  "system",
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** What a cell or a value may answer, by its standard name. */
export const ANSWERS = ["yes", "no", "none", "applied", "declined"] as const;
export type Answer = (typeof ANSWERS)[number];

/** The words of one language, as its file states them. */
export interface LanguageWords {
  language: string;
  names: string;
  headings: Partial<Record<HeadingRole, string[]>>;
  /** Headings of the templates' sections, by the family of facts that a section holds. */
  sections: Record<string, string[]>;
  items: Partial<Record<ItemRole, string[]>>;
  columns: Partial<Record<ColumnRole, string[]>>;
  /** Labels and columns of the templates, by their standard names. */
  labels: Record<string, string[]>;
  answers: Partial<Record<Answer, string[]>>;
  words: Partial<Record<WordClass, string[]>>;
}

/** All languages, each phrase in the form in which it is looked up. */
export interface Lexicon {
  languages: { code: string; name: string; words: Partial<Record<WordClass, string[]>> }[];
  /** Roles by phrase, as words with single spaces. */
  headings: Record<string, HeadingRole[]>;
  /** Families of facts by phrase. */
  sections: Record<string, string[]>;
  items: Record<string, ItemRole>;
  columns: Record<string, ColumnRole>;
  /** Standard names of labels and columns by phrase. */
  labels: Record<string, string[]>;
  answers: Record<string, Answer[]>;
}
