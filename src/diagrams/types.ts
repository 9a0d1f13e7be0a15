/** What a node of a diagram stands for, by the way it is drawn. */
export type Role = "part" | "store" | "actor" | "external";

export interface DiagramNode {
  /** The name by which the diagram's own lines refer to it. */
  id: string;
  /** What a reader sees: the first line of the label. */
  label: string;
  role: Role;
  /** The titles of the groups around it, the outermost first. */
  groups: string[];
  /** Line within the diagram's text, from 1. */
  line: number;
}

/** An edge, a relation or a message. */
export interface Arrow {
  /** Ids of nodes; a flowchart may also lead to and from a group. */
  from: string;
  to: string;
  text: string;
  /**
   * `call` is a solid arrow of a sequence diagram, `reply` a dotted one, `notice` one with an open head, which waits
   * for no answer, `lost` one that ends in a cross. All arrows of other diagrams are links.
   */
  kind: "link" | "call" | "reply" | "notice" | "lost";
  /** The branches of alt, opt, loop and their like around a message, from the outermost: `3.0` is the first branch of the fourth. */
  branches: string[];
  line: number;
}

/** An entity of an entity relationship diagram, or a class. */
export interface ErEntity {
  name: string;
  attributes: { name: string; type: string; keys: string; comment: string; line: number }[];
  line: number;
}

/** What one Mermaid block draws. */
export interface Graph {
  nodes: DiagramNode[];
  arrows: Arrow[];
  entities: ErEntity[];
  /** The ids of groups, with their titles. */
  groups: { id: string; title: string }[];
}

/** Why Mermaid does not draw a text. */
export interface Problem {
  kind: "syntax" | "type" | "empty" | "size" | "time";
  /** Mermaid's own words, in one line. */
  message: string;
  /** The version of Mermaid that said so; absent where it was not asked. */
  version?: string;
  /** Line within the diagram's text, from 1, and column, from 1. */
  line: number;
  column: number;
  /** What stands there. */
  found?: string;
  /** The common mistake that explains it: with it mended, Mermaid draws the text. */
  mistake?: Mistake;
}

/** A common mistake, with the diagram as it would be without it. */
export interface Mistake {
  id: MistakeId;
  line: number;
  column: number;
  /** The words that have to change, and what to write in their place. */
  found: string;
  instead: string;
  /** The whole text, mended; only where the change cannot alter what was meant. */
  mended?: string;
}

export type MistakeId =
  | "unquoted-label"
  | "nested-quotes"
  | "word-end"
  | "missing-end"
  | "surplus-end"
  | "wrong-arrow"
  | "semicolon"
  | "direction"
  | "header"
  | "inactive-participant"
  | "missing-colon"
  | "unclosed-label"
  | "participant-alias"
  | "attribute-order"
  | "comment"
  | "second-diagram"
  | "stray-text"
  | "missing-header"
  | "missing-source"
  | "missing-target"
  | "missing-quote"
  | "attribute-keys"
  | "reserved-word";

/** Mermaid's verdict on a text, and what the text draws. */
export interface Parsed {
  /** The word that the diagram begins with, for example flowchart; empty where nothing is drawn. */
  type: string;
  graph: Graph;
  problem?: Problem;
}

export const NO_GRAPH: Graph = { nodes: [], arrows: [], entities: [], groups: [] };
