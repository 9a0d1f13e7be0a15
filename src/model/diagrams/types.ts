import type { DocumentKind } from "../../config/config.ts";
import type { Arrow, Mistake, Problem, Role } from "../../diagrams/types.ts";
import type { Place } from "../../findings/finding.ts";
import type { CodeBlock } from "../../markdown/index.ts";

/** The layers of an architecture, as the workflow names them. */
export type Layer = "client" | "application" | "data" | "external";

/** What a node of a diagram names. */
export interface DiagramPart {
  /** The name by which the diagram's own lines refer to it. */
  id: string;
  name: string;
  role: Role;
  /** The layer that the group around it says. */
  layer?: Layer;
  /** The titles of the groups around it, the outermost first. */
  groups: string[];
  place: Place;
}

/** An edge, a relation or a message, between nodes or groups. */
export interface DiagramArrow {
  from: { id: string; name: string };
  to: { id: string; name: string };
  text: string;
  kind: Arrow["kind"];
  /** The branches of alt, opt, loop and their like around it, from the outermost. */
  branches: string[];
  place: Place;
}

/** Why Mermaid does not draw a block. */
export interface DiagramProblem extends Omit<Problem, "mistake" | "line" | "column"> {
  place: Place;
  mistake?: Omit<Mistake, "line" | "column"> & { place: Place };
}

/** A Mermaid diagram of an output. */
export interface Diagram {
  document: DocumentKind;
  /** The title of the section that it stands in. */
  section: string;
  /** The word that it begins with. */
  type: string;
  block: CodeBlock;
  nodes: DiagramPart[];
  arrows: DiagramArrow[];
  /** Where Mermaid does not draw it, there are no nodes and no arrows. */
  problem: DiagramProblem | undefined;
  place: Place;
}
