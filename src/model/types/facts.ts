import type { Place } from "../../findings/finding.ts";
import type { Component } from "./components.ts";
import type { Convention } from "./conventions.ts";
import type { DataStructure } from "./data.ts";
import type { ErrorCode, Interface } from "./interfaces.ts";
import type { Item, Row, Value } from "./stated.ts";

/** One point that a research report makes. */
export interface ResearchNote {
  text: string;
  place: Place;
}

/** What a research report says beside the template's sections. */
export interface ResearchNotes {
  defects: ResearchNote[];
  constraints: ResearchNote[];
  recommendations: ResearchNote[];
  openDecisions: ResearchNote[];
}

/** What a research report has found, takes for wrong, or asks, under an id of its own that a design can cite. */
export interface ResearchPoint extends ResearchNote {
  /** `F3`, `Q1`, as the report writes it. */
  id: string;
  kind: "finding" | "assumption" | "question";
}

export interface ResearchFacts {
  stack: Row[];
  conventions: Row[];
  /** The conventions, understood: a case for each kind of name. */
  naming: Convention[];
  existingInterfaces: Row[];
  components: Component[];
  decisions: Row[];
  notes: ResearchNotes;
  points: ResearchPoint[];
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
