import type { InterfaceKind } from "../../config/config.ts";
import type { Told } from "./told.ts";

/** How one feature describes a component. */
export interface Description extends Told {
  purpose: string;
  /** Everything that is said of it, for comparison. */
  words: string;
  dependencies: string;
  exposes: string[];
}

/** A component, under one name, with every feature that describes it. */
export interface SystemComponent {
  key: string;
  name: string;
  described: Description[];
}

/** A row of the integration points. */
export interface Integration extends Told {
  system: string;
  boundary: "internal" | "external";
  mechanism: string;
  purpose: string;
  /** Of external systems. */
  fallback: string;
}

/** One technology of one feature's stack. */
export interface Choice extends Told {
  product: string;
  /** Empty where none is named. */
  version: string;
  /** `20.19 or later`: newer ones are meant too. */
  open: boolean;
  layer: string;
  /** A key design decision names it. */
  decided: boolean;
}

/** One product with every feature that uses it. */
export interface Technology {
  key: string;
  product: string;
  /** What products of this kind are for, where several could take each other's place. */
  role?: string;
  choices: Choice[];
}

/** A data store of an owner. */
export interface Store {
  /** Tells it from all others. */
  key: string;
  name: string;
  /** Who is to be asked about it: those who own the designs that draw it, or these designs where nobody does. */
  owner: string;
  /** Components whose dependencies name it. */
  users: string[];
  /** The entities that stand in it. */
  data: string[];
  /** Why it was chosen, and how long what is in it is kept; empty where no document says so. */
  rationale: string;
  retention: string;
  told: Told[];
}

/** A pattern of the catalogue, and what features decided on it. */
export interface SharedPattern {
  title: string;
  /** Relative to the workspace, where it leads somewhere. */
  link?: string;
  uses: (Told & { applied: boolean; reason: string })[];
}

/** An error code with every meaning that features give it. */
export interface SystemError {
  code: string;
  meanings: (Told & { status: string; meaning: string })[];
}

/** A field of a structure or entity that several features define. */
export interface SystemField {
  /** Of the structure and of the field, separated by a dot. */
  name: string;
  kind: "structure" | "entity";
  definitions: (Told & { type: string; family: string; values: string })[];
}

/** Who sends or takes an event: a component, or a system around. */
export interface EventParty extends Told {
  name: string;
}

/** An event of the system. */
export interface SystemEvent {
  name: string;
  producers: EventParty[];
  consumers: EventParty[];
  /** The document of a consumer names where it comes from, be it a topic or a system around. */
  sourced: boolean;
}

/** An endpoint, function or command, with every feature that specifies it. */
export interface SystemInterface {
  key: string;
  name: string;
  kind: InterfaceKind;
  /** `extends`: the feature's own documents name it as an interface that exists. */
  claims: (Told & { extends: boolean })[];
}

/** A decision of a feature, with the records that it links to. */
export interface FeatureDecision extends Told {
  text: string;
  rationale: string;
  /** What follows from it; empty where the document does not say. */
  impact: string;
  records: string[];
}
