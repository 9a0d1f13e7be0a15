import { composeDocument } from "../../src/agents/outline/compose.ts";
import { loadContext, OUTPUT_KINDS, openWorkspace, readFeature, readLoosePrd, review } from "../../src/core.ts";

/** A section of a draft, with the questions that it asks. */
export interface DraftedSection {
  section: string;
  body: string;
  gaps: number;
}

/** A draft, with what the reading says that the PRD states: line and kind of each statement. */
export interface Draft {
  sections: DraftedSection[];
  statements: { line: number; kind: string; id: string }[];
}

/** @returns what the outline author makes of a PRD that stands anywhere */
export function draftOf(path: string): Draft {
  const { config } = openWorkspace(".");
  return drafted(review(readLoosePrd(path, config), loadContext(".", config)).model);
}

/** @returns the same for a feature of this workspace, from all of its inputs */
export function draftOfFeature(epic: string, feature: string): Draft {
  const workspace = openWorkspace(".");
  return drafted(review(readFeature(workspace, { epic, feature }), loadContext(workspace.root, workspace.config)).model);
}

function drafted(model: Parameters<typeof composeDocument>[0]): Draft {
  const sections = OUTPUT_KINDS.flatMap((kind) => composeDocument(model, kind));
  const stated = model.statements.filter(({ excluded, rank }) => excluded === undefined && rank < 3);
  return { sections, statements: stated.map(({ id, kind, place }) => ({ line: place.line, kind, id })) };
}
