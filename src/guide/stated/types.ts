import type { InterfaceKind } from "../../config/config.ts";
import type { Requirement } from "../../model/types.ts";

/** Where a fact stands: the statement that gives it where there is one, and the line of the input. */
export interface Source {
  id?: string;
  file: string;
  line: number;
}

/** One thing that the PRD says, with names in code marked as they are there. */
export interface Said {
  id: string;
  text: string;
  /** What stands below it and belongs to it, line by line. */
  parts: readonly string[];
  kind: Requirement["kind"];
  /** The line that introduces it, or the heading above it. */
  label: string;
  /** The id of the statement that it belongs to. */
  parent?: string;
  source: Source;
}

/** Something that the PRD says outside of its statements: an assumption, a dependency, a question. */
export interface Remark {
  text: string;
  label: string;
  source: Source;
}

/** A value that a caller gives: a flag, an argument, a field of a body, a parameter of a query. */
export interface StatedInput {
  name: string;
  /** What it takes, its limits and its default, in the words of the input; empty where nothing is said. */
  note: string;
  sources: Source[];
}

/** An endpoint, a command, an event or a function that the PRD names. */
export interface StatedInterface {
  kind: InterfaceKind;
  name: string;
  /** What it does, in the words beside its name; empty where there are none. */
  purpose: string;
  inputs: StatedInput[];
  /** The statements that speak of it, the one that gives it first. */
  said: Said[];
}

export interface StatedField {
  name: string;
  type: string;
  required: string;
  rule: string;
  meaning: string;
}

/** A field of which nothing is stated. */
export const EMPTY_FIELD: StatedField = { name: "", type: "", required: "", rule: "", meaning: "" };

/** A record, a payload or a list of values whose parts the PRD names. */
export interface StatedStructure {
  name: string;
  /** What it is, in the words of the input. */
  meaning?: string;
  fields: StatedField[];
  sources: Source[];
}

/** A status, an error code or a message, with the condition under which it comes. */
export interface StatedError {
  code: string;
  status: string;
  meaning: string;
  sources: Source[];
}

export interface StatedSystem {
  name: string;
  /** Another part of the own system, such as another feature. */
  internal: boolean;
  purpose: string;
  /** What the PRD says for the time when it is away; empty where it says nothing. */
  fallback: string;
  sources: Source[];
}

export interface StatedTechnology {
  name: string;
  layer: string;
  sources: Source[];
}

/** One arrow of a flow, or a note where nobody can be made out who does it. */
export interface StatedStep {
  from?: string;
  to?: string;
  text: string;
  /** It begins a branch under this condition. */
  when?: string;
  /** The branch is the other case of the one before it. */
  otherwise?: boolean;
  /** The branch holds this step alone. */
  ends?: boolean;
  /** It is done again and again, as these words say. */
  loop?: string;
  /** A note stands over the part that it is about; over the one that takes the call where it is about no other. */
  over?: string;
  /** Where it is stated. */
  source?: Source;
}

export interface StatedFlow {
  name: string;
  about: string;
  ids: string[];
  /** Where it begins, where no statement has an id of its own. */
  source?: Source;
  /** The part of the application that takes the call. */
  system: string;
  steps: StatedStep[];
}

export interface StatedRisk {
  /** The PRD itself calls it a risk. */
  listed?: boolean;
  text: string;
  kind: string;
  source: Source;
}

/** Part of the system that the inputs name, or that is inferred from what they name. */
export interface StatedComponent {
  name: string;
  purpose: string;
  layer: "client" | "application" | "data" | "external";
  /** No input calls it a component: paths, commands, times and headings suggest it. */
  proposed: boolean;
  said: Said[];
}
