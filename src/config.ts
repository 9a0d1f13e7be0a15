/** The kinds of document that a feature folder may hold. */
export const DOCUMENT_KINDS = ["prd", "research", "contracts", "architecture", "data-design", "backend-design"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The two documents that the workflow produces. */
export const OUTPUT_KINDS = ["architecture", "backend-design"] as const satisfies readonly DocumentKind[];
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** The kinds of backend interface that a feature may offer; several are mixed. */
export const INTERFACE_KINDS = ["api", "library", "cli", "service"] as const;
export type InterfaceKind = (typeof INTERFACE_KINDS)[number];

/** What a team may set. */
export interface Config {
  /** Folder of the features, relative to the workspace. */
  plan: string;
  /** Folders of the team's own templates and patterns; an entry there wins over the shipped one. */
  templates: string;
  patterns: string;
  /** File name of each kind of document in a feature folder. */
  files: Record<DocumentKind, string>;
}

export const DEFAULTS: Config = {
  plan: "docs/plan",
  templates: "context/templates",
  patterns: "context/patterns",
  files: {
    prd: "prd.md",
    research: "00-research-report.md",
    contracts: "01-interface-contracts.md",
    architecture: "02-architecture.md",
    "data-design": "03-data-design.md",
    "backend-design": "04-backend-design.md",
  },
};

/** @returns whether a kind of document is one that the workflow produces. */
export function isOutput(kind: DocumentKind): kind is OutputKind {
  return (OUTPUT_KINDS as readonly string[]).includes(kind);
}

/** @returns whether a word names a kind of document. */
export function isKind(kind: unknown): kind is DocumentKind {
  return (DOCUMENT_KINDS as readonly unknown[]).includes(kind);
}
