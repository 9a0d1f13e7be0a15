import type { DocumentKind, Settings } from "../../config/config.ts";
import type { Template, TemplateSection } from "../../context/types.ts";
import type { FeatureDocument } from "../../feature/types.ts";
import type { Place } from "../../findings/finding.ts";
import type { Link, Section, Span, Table } from "../../markdown/index.ts";
import type { Metadata } from "../documents/metadata.ts";

/** How one section of a template stands in a document. */
export interface Alignment {
  template: TemplateSection;
  /** The sections that match it: none, one, or several for a repeated one. */
  sections: Section[];
  /** Tables that stand for a repeated section. */
  tables: Table[];
  /** Headings of a repeated one in a form that cannot be judged: none of them bears a label of the template. */
  unread?: Section[];
  /** A heading that is close to the missing one. */
  misspelt?: Section;
  /** It stands behind a section that the template puts after it. */
  misplaced?: { after: string };
  /** Called for: not optional, or its condition holds. */
  required: boolean;
  children: Alignment[];
}

/** A document with how it fits its template. */
export interface AlignedDocument extends FeatureDocument {
  template: Template;
  metadata: Metadata;
  /** What is set for this file. */
  settings: Settings;
  alignments: Alignment[];
  /** All aligned sections that the template marks as holding a family of facts, by the family. */
  families: ReadonlyMap<string, readonly Alignment[]>;
  /** Stretches that tell why the design is as it is, and specify nothing. */
  background: readonly Span[];
  /** Gives the place of a span in this document. */
  place(span: Span): Place;
}

/** A link of a document, with the path that it leads to. */
export interface DocumentLink extends Omit<Link, "span"> {
  document: DocumentKind;
  place: Place;
  /** Path relative to the workspace; absent for addresses on the web and for what leaves the workspace. */
  path?: string;
  fragment?: string;
  outside?: boolean;
}

/** How an output deals with a pattern of the catalogue, in one place. */
export interface PatternUse {
  /** The pattern's slug. */
  slug: string;
  /** `listed`: linked among the related documents, where it decides nothing. */
  decision: "applied" | "declined" | "listed";
  /** By a link; otherwise by its name alone. */
  linked: boolean;
  /** Something is said beside the name. */
  reasoned: boolean;
  place: Place;
}

/** A comment that suppresses the findings of a check, on some lines of its document. */
export interface Suppression {
  check: string;
  reason: string;
  file: string;
  from: number;
  to: number;
  place: Place;
}

/** What a reviewer has put into a document as a comment. */
export interface ReviewRemark {
  /** Empty where nobody is named. */
  by: string;
  text: string;
  place: Place;
}

/** What an output says of a finding in one of its inputs: it was agreed to live with it. */
export interface Waiver {
  /** As it is written. */
  entry: string;
  check: string;
  /** The input; absent where the feature has none of the name. */
  file: string | undefined;
  /** Which finding of the check; absent where each of them is meant. */
  hash: string | undefined;
  reason: string;
  /** The front matter that it stands in. */
  place: Place;
}

/** A decision record that a document names by its number, without a link. */
export interface RecordMention {
  name: string;
  place: Place;
  /** The line that it stands in. */
  line: string;
}
