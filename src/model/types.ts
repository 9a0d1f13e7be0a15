import type { DocumentKind, InterfaceKind } from "../config/config.ts";
import type { Context, Part, Template, TemplateSection } from "../context/types.ts";
import type { Feature, FeatureKey } from "../feature/types.ts";
import type { Arguments, Place } from "../findings/finding.ts";
import type { Field, Inline, Section, Table } from "../markdown/index.ts";
import type { Survey } from "../survey/types.ts";
import type { Diagram } from "./diagrams/types.ts";
import type { CodeFound, RefusedBlock } from "./types/code.ts";
import type { ContractProblem } from "./types/contracts.ts";
import type { Entity, StructureMapping } from "./types/data.ts";
import type { Departure, OpenQuestion } from "./types/departures.ts";
import type { AlignedDocument, DocumentLink, PatternUse, RecordMention, ReviewRemark, Suppression, Waiver } from "./types/documents.ts";
import type { ArchitectureFacts, BackendFacts, InterfaceFacts, ResearchFacts } from "./types/facts.ts";
import type { Mention, Requirement, UserFlow } from "./types/inputs.ts";
import type { ErrorUse } from "./types/interfaces.ts";
import type { Reading } from "./types/reading.ts";
import type { TypeReference } from "./types/references.ts";
import type { Row, Stated } from "./types/stated.ts";

/** What a review knows beside the feature: schemas and catalogue, and the facts of the code where there is some. */
export interface Known extends Context {
  survey?: Survey;
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
  /** What a design has to answer. */
  requirements: Requirement[];
  /** Every statement of the PRD, in the order of the text: stories, criteria and what is excluded among them. */
  statements: Requirement[];
  /** How each block of the PRD was understood. */
  reading?: Reading;
  mentions: Mention[];
  userFlows: UserFlow[];
  integrations: Row[];
  prdRisks: Row[];
  /** What the PRD leaves to a person to decide. */
  openQuestions: Stated[];
  /** Where the outputs do otherwise than the inputs ask, on purpose. */
  departures: Departure[];
  /** What the outputs leave to somebody to decide. */
  undecided: OpenQuestion[];
  security: Stated[];
  research: ResearchFacts;
  /** What is agreed, in Markdown and in the languages of machines. */
  contracts: InterfaceFacts;
  contractProblems: ContractProblem[];
  entities: Entity[];
  architecture: ArchitectureFacts;
  backend: BackendFacts;
  typeReferences: TypeReference[];
  errorUses: ErrorUse[];
  mappings: StructureMapping[];
  links: DocumentLink[];
  /** Where both outputs name a decision record by its number, without a link. */
  decisionMentions: RecordMention[];
  /** How both outputs deal with the catalogue's patterns. */
  patternUses: PatternUse[];
  /** The diagrams of both outputs. */
  diagrams: Diagram[];
  /** The facts of the code, where the workspace has code and they were asked for. */
  survey?: Survey;
  suppressions: Suppression[];
  /** Findings in the inputs that the outputs say it was agreed to live with. */
  waivers: Waiver[];
  /** What reviewers have put into the documents as comments. */
  remarks: ReviewRemark[];
  blocks: RefusedBlock[];
  code: CodeFound[];
}

export type { Diagram, DiagramArrow, DiagramPart, DiagramProblem, Layer } from "./diagrams/types.ts";
export type * from "./types/code.ts";
export type * from "./types/components.ts";
export type * from "./types/contracts.ts";
export type * from "./types/conventions.ts";
export type * from "./types/data.ts";
export type * from "./types/departures.ts";
export type * from "./types/documents.ts";
export type * from "./types/facts.ts";
export type * from "./types/inputs.ts";
export type * from "./types/interfaces.ts";
export type * from "./types/reading.ts";
export type * from "./types/references.ts";
export type * from "./types/stated.ts";
export type { Arguments, Context, Field, Inline, Part, Place, Section, Table, Template, TemplateSection };
