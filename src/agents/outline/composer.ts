import type { Model, OutputKind, TemplateSection } from "../../core.ts";
import type { Layout } from "./layout.ts";

/** What a composer works from. */
export interface Request {
  model: Model;
  kind: OutputKind;
  layout: Layout;
  section: TemplateSection;
  /** The labels of the section's repeated items, by their standard names. */
  labels: string[];
}

/** Composes the contents of a section from what the inputs state; nothing, where they state nothing. */
export type Composer = (request: Request) => string[];
