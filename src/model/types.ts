import type { DocumentKind, InterfaceKind, Settings } from "../config/config.ts";
import type { Context, Part, Template, TemplateSection } from "../context/types.ts";
import type { Feature, FeatureDocument, FeatureKey } from "../feature/types.ts";
import type { Arguments, Place } from "../findings/finding.ts";
import type { BlockForm, Field, Inline, Link, Section, Span, Table } from "../markdown/index.ts";
import type { CodeKind } from "./code/types.ts";
import type { Convention } from "./conventions.ts";
import type { DataType } from "./data-types.ts";
import type { Diagram } from "./diagram-types.ts";
import type { Metadata } from "./metadata.ts";
import type { TypeReference } from "./type-references.ts";

/** A statement with its place. */
export interface Stated {
  text: string;
  /** The Markdown it was written in. */
  source: string;
  place: Place;
}

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

/** A record of a repeated section: a heading with labelled fields, or a row of a table. */
export interface Item {
  name: string;
  /** Values by label, under the template's spelling of it. */
  values: Record<string, Value>;
  form: "section" | "row";
  place: Place;
}

/** What a label, or a table's cell, holds. */
export interface Value extends Stated {
  codes: string[];
  /** The items of lists that belong to it, with their own nested text. */
  items: Stated[];
  table?: Table;
}

/** One field of a data structure, or one column of an entity. */
export interface DataField {
  name: string;
  type: string;
  /** The type, understood. */
  dataType: DataType;
  /** Whether the field must be there, as written; a column headed Nullable is turned round. */
  required: string;
  /** `required`, understood; undefined where it is neither yes nor no. */
  mandatory: boolean | undefined;
  validation: string;
  description: string;
  /** The texts of the cells under columns that the template does not name. */
  others: Record<string, string>;
  place: Place;
  typePlace: Place;
}

export interface DataStructure {
  name: string;
  purpose: string;
  fields: DataField[];
  place: Place;
}

export interface Entity {
  name: string;
  purpose: string;
  columns: DataField[];
  place: Place;
}

/** What a component exposes, as far as its interfaces say. */
export interface Exposure {
  /** Interfaces named one by one. */
  names: { name: string; place: Place }[];
  /** Kinds of which it exposes the interfaces as a whole: "the four endpoints". */
  kinds: InterfaceKind[];
  text: string;
}

/** Something that a component takes, by its name. */
export interface Consumption {
  name: string;
  /** The words that it stands in, up to the next semicolon or full stop. */
  clause: string;
  place: Place;
}

export interface Component extends Item {
  purpose: string;
  responsibilities: string[];
  dependencies: string;
  interfaces: string;
  exposes: Exposure;
  consumes: Consumption[];
}

/** An error code as an interface names it. */
export interface ErrorUse {
  code: string;
  /** The interface that names it. */
  user: string;
  place: Place;
}

/** Where a data structure is stored. */
export interface StructureMapping {
  structure: string;
  entities: Entity[];
  /** What the documents say on the mapping: renames and derived fields. */
  text: string;
}

/** An endpoint, function, command or event, with the parts that its kind requires. */
export interface Interface extends Item {
  kind: InterfaceKind;
}

export interface ErrorCode {
  code: string;
  status: string;
  meaning: string;
  place: Place;
}

/** A numbered flow of the PRD. */
export interface UserFlow {
  name: string;
  steps: Stated[];
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

/** A row of a table, by column. */
export interface Row {
  cells: Record<string, Inline>;
  place: Place;
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

/** How one section of a template stands in a document. */
export interface Alignment {
  template: TemplateSection;
  /** The sections that match it: none, one, or several for a repeated one. */
  sections: Section[];
  /** Tables that stand for a repeated section. */
  tables: Table[];
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
  /** Gives the place of a span in this document. */
  place(span: Span): Place;
}

export interface ResearchFacts {
  stack: Row[];
  conventions: Row[];
  /** The conventions, understood: a case for each kind of name. */
  naming: Convention[];
  existingInterfaces: Row[];
  components: Component[];
  decisions: Row[];
}

export interface InterfaceFacts {
  structures: DataStructure[];
  interfaces: Interface[];
  errors: ErrorCode[];
  /** Labelled fields, by the template's labels. */
  pagination: Record<string, Value>;
  rateLimits: Record<string, Value>;
  versioning: Record<string, Value>;
}

export interface ArchitectureFacts {
  decisions: Row[];
  patterns: Row[];
  components: Component[];
  flows: Item[];
  internalIntegrations: Row[];
  externalIntegrations: Row[];
  stack: Row[];
  risks: Row[];
}

export interface BackendFacts extends InterfaceFacts {
  codebase: Record<string, Value>;
}

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

/** All facts of one feature. */
export interface Model {
  key: FeatureKey;
  feature: Feature;
  context: Context;
  /** File name of each kind of document in this workspace. */
  files: Readonly<Record<DocumentKind, string>>;
  /** The documents that could be read. */
  documents: Partial<Record<DocumentKind, AlignedDocument>>;
  /** The kinds of interface that the feature offers, from the outputs' front matter or the PRD's. */
  interfaceKinds: InterfaceKind[];
  requirements: Requirement[];
  mentions: Mention[];
  userFlows: UserFlow[];
  integrations: Row[];
  prdRisks: Row[];
  /** What the PRD leaves to a person to decide. */
  openQuestions: Stated[];
  security: Stated[];
  research: ResearchFacts;
  contracts: InterfaceFacts;
  entities: Entity[];
  architecture: ArchitectureFacts;
  backend: BackendFacts;
  typeReferences: TypeReference[];
  errorUses: ErrorUse[];
  mappings: StructureMapping[];
  links: DocumentLink[];
  /** How both outputs deal with the catalogue's patterns. */
  patternUses: PatternUse[];
  /** The diagrams of both outputs. */
  diagrams: Diagram[];
  suppressions: Suppression[];
  blocks: RefusedBlock[];
  code: CodeFound[];
}

export type { Diagram, DiagramArrow, DiagramPart, DiagramProblem, Layer } from "./diagram-types.ts";
export type { Arguments, Context, Field, Inline, Part, Place, Section, Table, Template, TemplateSection };
