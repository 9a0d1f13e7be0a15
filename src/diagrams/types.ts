/** What a node of a diagram stands for, by the way it is drawn. */
export type Role = "part" | "store" | "actor";

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

/** What one Mermaid block draws. */
export interface Graph {
  /** The word that the diagram begins with, for example flowchart. */
  type: string;
  nodes: DiagramNode[];
}
