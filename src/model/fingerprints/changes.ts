import { requirementKey } from "../requirements/ids.ts";
import { mentionsOf } from "../requirements/mentioned.ts";
import type { Model, Requirement } from "../types.ts";
import { type Fingerprint, fingerprintOf, recordedIn } from "./record.ts";

/** How a requirement differs from what it was when the design was finished. */
export type Since = "added" | "changed";

const known = new WeakMap<Model, ReadonlyMap<string, Since>>();

/**
 * Tells which requirements are not as they were when the design was finished, and have no answer that was written since: one that is
 * changed while the lines that cite it stand as they stood, and one that is added and that no line names, other than as part of a range.
 *
 * @returns them by the keys of their ids; empty where nothing was recorded
 */
export function changedSince(model: Model): ReadonlyMap<string, Since> {
  const changes = known.get(model) ?? readChanges(model);
  known.set(model, changes);
  return changes;
}

function readChanges(model: Model): Map<string, Since> {
  const recorded = recordedIn(model);
  const changes = new Map<string, Since>();
  if (!recorded) return changes;
  const stated = new Set([...recorded.values()].map(({ statement }) => statement));
  for (const requirement of model.requirements) {
    const { id, numbered } = requirement;
    const now = fingerprintOf(model, requirement);
    const before = recorded.get(requirementKey(id));
    // Names that are made from a section's count move with what is inserted above.
    if (before?.statement === now.statement || (!numbered && stated.has(now.statement))) continue;
    if (before) {
      if (before.answers === now.answers) changes.set(requirementKey(id), "changed");
    } else if (!isNamed(model, requirement) && !isRevisedBeside(model, requirement, recorded)) changes.set(requirementKey(id), "added");
  }
  return changes;
}

/** FR-15 stands in "FR-1 to FR-20" without being named. */
function isNamed(model: Model, { id }: Requirement): boolean {
  return mentionsOf(model, id).some(({ document, place }) => {
    const markdown = model.documents[document]?.markdown;
    if (!markdown) return false;
    const { line, column, endLine = line, endColumn = column } = place;
    return numberOf(markdown.text.slice(markdown.lines.offset(line, column), markdown.lines.offset(endLine, endColumn))) === numberOf(id);
  });
}

function numberOf(id: string): string | undefined {
  return /\d[\d.]{0,40}$/.exec(id.trim())?.[0].replace(/(?<![\d.])0+(?=\d)/g, "");
}

/** A criterion is answered through what it refines: where that was revised, its other criteria tell. */
function isRevisedBeside(model: Model, { id, parent }: Requirement, recorded: ReadonlyMap<string, Fingerprint>): boolean {
  if (parent === undefined) return false;
  return model.requirements.some((other) => {
    const before = other.parent === parent && other.id !== id ? recorded.get(requirementKey(other.id)) : undefined;
    return before !== undefined && before.answers !== fingerprintOf(model, other).answers;
  });
}
