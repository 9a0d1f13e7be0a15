import type { Config, DocumentKind, PageKind } from "../config/config.ts";
import type { Baseline } from "../findings/baseline.ts";
import type { Place } from "../findings/finding.ts";
import type { Lexicon } from "./lexicon/types.ts";

/** What must stand in a section, in the order of the template. */
export type Part =
  | { form: "prose"; hint: string }
  | { form: "field"; label: string; hint: string; list: boolean; columns?: string[] }
  | { form: "table"; columns: string[]; hints: string[] }
  | { form: "list"; ordered: boolean; hint: string }
  | { form: "diagram"; type: string };

/** A heading of a template, and what it asks for. */
export interface TemplateSection {
  title: string;
  depth: number;
  /** `{Name}` in the heading: one or more sections of this shape, or a table with a row for each. */
  repeated: boolean;
  /** `(if applicable)`: may be absent, unless `when` says that it is called for. */
  optional: boolean;
  /** A kind of interface or of input document whose presence calls for the section. */
  when?: string;
  /** The family of facts that the section holds. */
  facts?: string;
  /** The section's share of the line budget, in percent. */
  share?: number;
  guidance: string;
  /** Labels and columns bear their standard names, by which facts and checks know them. */
  parts: Part[];
  /** The team's words for labels and columns of its own, by their standard names. */
  words?: Readonly<Record<string, string>>;
  sections: TemplateSection[];
  place: Place;
}

/** A skeleton that people read, and the schema that is enforced. */
export interface Template {
  kind: DocumentKind | PageKind;
  title: string;
  /** Where it was read from, relative to the workspace, or to the package for a shipped one. */
  file: string;
  text: string;
  /** The line budget of the whole document. */
  lines?: { min: number; max: number };
  sections: TemplateSection[];
}

/** Something that a document must say when it applies a pattern. */
export interface Obligation {
  name: string;
  /** Any of these words says it. */
  words: string[];
}

/** One entry of the pattern catalogue. */
export interface Pattern {
  /** An entry in the file of its category, or a document of its own. */
  form: "entry" | "document";
  slug: string;
  title: string;
  category: string;
  /** Path and fragment, relative to the workspace. */
  link: string;
  fits: string;
  /** The words that call for it in a PRD or an architecture. */
  signals: string[];
  /** Questions in everyday words that it answers. */
  asked: string[];
  /** The facts of a model that call for it, by the names that stand in inline code among the signals. */
  facts: string[];
  /** What a document that applies it must then say. */
  obliges: Obligation[];
  /** The tags of its file. */
  tags: string[];
  /** The day on which it was written down, where its file says so: `migration_date`, as YYYY-MM-DD. */
  migrationDate?: string | undefined;
  /** What its sections say, without diagrams, for the search. */
  text: string;
  status: "current" | "deprecated";
  /** The day, as YYYY-MM-DD. */
  deprecatedSince?: string;
  /** The slug of the pattern to use instead of a deprecated one. */
  replacedBy?: string;
  place: Place;
}

/** One entry of the catalogue with what is judged of it. */
export interface PatternEntry {
  pattern: Pattern;
  /** The labelled fields and the headings that have contents. */
  parts: string[];
  /** Those of them that still say what the template says. */
  unwritten: string[];
  /** It has a Mermaid diagram. */
  drawn: boolean;
  /** Its implementation is told in steps: a numbered list, or headings. */
  stepped: boolean;
  /** It has a block of code. */
  coded: boolean;
  /** What is named as the replacement, in its own words. */
  replacement: string;
  /** The address in it. */
  replacementUrl?: string | undefined;
  /** How a design that applies it comes to the replacement. */
  migration: string;
}

/** A file of the catalogue. */
export interface PatternFile {
  file: string;
  form: Pattern["form"];
  /** What is said below the title of a category, before its first entry. */
  about: string;
  frontMatter: Readonly<Record<string, unknown>>;
  /** Why its front matter cannot be read. */
  problem?: string;
  entries: PatternEntry[];
}

/** All patterns of a project, or the shipped ones. */
export interface Catalogue {
  files: PatternFile[];
  /** Patterns beside it that its entries may name: the shipped ones. */
  others: Pattern[];
  /** The page that lists them, with the links on it. */
  index?: { file: string; text: string; title: string; body: string; links: string[] };
}

/** What a review needs beside the feature: the schemas and the catalogue. */
export interface Context {
  config: Config;
  templates: Record<DocumentKind, Template>;
  /** The templates of the pages beside the features: the system overview, a pattern, a decision. */
  pages: Record<PageKind, Template>;
  patterns: Pattern[];
  /** The words by which statements are recognised: the shipped ones, and the team's own. */
  lexicon: Lexicon;
  /** The shipped templates and patterns by the paths under which documents link to them, with their fragments. */
  shipped: ReadonlyMap<string, ReadonlySet<string>>;
  /** The findings that were there when groundplan was adopted. */
  baseline: Baseline;
}
