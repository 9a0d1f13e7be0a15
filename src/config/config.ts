import type { HeadingRole } from "./heading-roles.ts";

/** The kinds of document that a feature folder may hold. */
export const DOCUMENT_KINDS = ["prd", "research", "contracts", "architecture", "data-design", "backend-design"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The pages that stand beside the features and have a template too. */
export const PAGE_KINDS = ["system", "pattern", "pattern-document", "decision"] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** The two documents that the workflow produces. */
export const OUTPUT_KINDS = ["architecture", "backend-design"] as const satisfies readonly DocumentKind[];
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** The documents that an author writes; PRD, contracts and data design are agreed with others. */
export const WRITTEN_KINDS = ["research", "architecture", "backend-design"] as const satisfies readonly DocumentKind[];
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

/** The kinds of backend interface that a feature may offer; several are mixed. */
export const INTERFACE_KINDS = ["api", "library", "cli", "service"] as const;
export type InterfaceKind = (typeof INTERFACE_KINDS)[number];

/** How much a finding of a check weighs; `off` drops it. */
export const LEVELS = ["off", "warning", "error"] as const;
export type Level = (typeof LEVELS)[number];

/** The fewest and the most lines of a kind of document; `tolerance` lines beyond either are let pass. */
export interface LineBudget {
  min?: number;
  max?: number;
  tolerance?: number;
}

/** What may be set for all documents, or for some of them by an override. */
export interface Settings {
  /** Level by check; a check that is not named keeps its own. */
  checks: Readonly<Record<string, Level>>;
  /** In place of the template's line budget. */
  lines: Readonly<Partial<Record<DocumentKind, LineBudget>>>;
  /** Languages of fenced blocks that are let pass beside Mermaid, for example json or http. */
  allowLanguages: readonly string[];
}

/** Settings for the files that match one of the globs, relative to the workspace. */
export interface Override extends Partial<Settings> {
  files: readonly string[];
}

/** US dollars for a million tokens. */
export interface ModelPrice {
  input: number;
  output: number;
  cacheWrite: number;
  cacheRead: number;
}

/** What a team may set for `groundplan generate`; options of the command go before it. */
export interface GenerateSettings {
  model?: string;
  maxUsd?: number;
  maxTokens?: number;
  concurrency?: number;
  /** In place of the shipped prices, by model. */
  prices?: Readonly<Record<string, ModelPrice>>;
}

/** What a team may set. */
export interface Config extends Settings {
  /** Folder of the features, relative to the workspace. */
  plan: string;
  /** Folders of the team's own templates and patterns; an entry there wins over the shipped one. */
  templates: string;
  patterns: string;
  /** Folder of the architecture decision records. */
  decisions: string;
  /** The page that shows the whole system, relative to the workspace. */
  overview: string;
  /** File name of each kind of document in a feature folder. */
  files: Record<DocumentKind, string>;
  /** Files in the languages of machines that state contracts, relative to the workspace, by the key of a feature. */
  contracts: Readonly<Record<string, readonly string[]>>;
  /** Regular expressions for requirement ids in forms that groundplan does not know. */
  requirementIds: readonly string[];
  /** What stands below a heading of the team's own, by the heading: { "Was wir bauen": "functional" }. */
  headings: Readonly<Record<string, HeadingRole>>;
  /** Globs of feature folders, relative to the workspace, that are left out. */
  ignore: readonly string[];
  overrides: readonly Override[];
  generate: GenerateSettings;
  /** The roles that must approve a design before it is finished. */
  approvals: readonly string[];
  /** The file that lists the findings which were there when groundplan was adopted. */
  baseline: string;
  /** The configuration file that was read, relative to the workspace. */
  source?: string;
}

export const DEFAULTS: Config = {
  plan: "docs/plan",
  templates: "context/templates",
  patterns: "context/patterns",
  decisions: "docs/adr",
  overview: "docs/system-patterns.md",
  files: {
    prd: "prd.md",
    research: "00-research-report.md",
    contracts: "01-interface-contracts.md",
    architecture: "02-architecture.md",
    "data-design": "03-data-design.md",
    "backend-design": "04-backend-design.md",
  },
  checks: {},
  lines: {},
  allowLanguages: [],
  contracts: {},
  requirementIds: [],
  headings: {},
  ignore: [],
  overrides: [],
  generate: {},
  approvals: [],
  baseline: ".groundplan-baseline.json",
};

/** @returns whether a kind of document is one that the workflow produces. */
export function isWritten(kind: DocumentKind): kind is WrittenKind {
  return WRITTEN_KINDS.some((written) => written === kind);
}

export function isOutput(kind: DocumentKind): kind is OutputKind {
  return (OUTPUT_KINDS as readonly string[]).includes(kind);
}

/** @returns whether a word names a kind of document. */
export function isKind(kind: unknown): kind is DocumentKind {
  return (DOCUMENT_KINDS as readonly unknown[]).includes(kind);
}
