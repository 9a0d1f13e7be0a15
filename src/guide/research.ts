import { fileOf } from "../model/query.ts";
import type { Review } from "../review/feature.ts";
import { describeShape } from "./shape.ts";

/** What a writer needs for a document that is written as a whole. */
export interface DocumentBrief {
  document: "research";
  file: string;
  /** The revision that a write must name; absent where there is no such document yet. */
  revision?: string;
  /** For each section: what to look for, and where. */
  sections: { title: string; guidance: string; shape: string[] }[];
}

/** @returns the brief for the research report, where it is not there, or nothing but its skeleton is. */
export function briefResearch({ model, findings }: Review): DocumentBrief | undefined {
  const file = fileOf(model, "research");
  const open = findings.some(({ check, place }) => check === "missing-document" && place.file === file);
  const present = model.feature.documents.research;
  // What cannot be read as text is a person's to mend, never to be overwritten.
  if (!open || present?.trouble) return undefined;
  return {
    document: "research",
    file,
    revision: present?.revision,
    sections: model.context.templates.research.sections.map((section) => ({
      title: section.optional ? `${section.title} (where there is anything to say)` : section.title,
      guidance: section.guidance,
      shape: describeShape(section, (child) => !child.optional),
    })),
  };
}
