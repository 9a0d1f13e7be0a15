import type { OutputKind } from "../config/config.ts";
import { changedSince } from "../model/fingerprints/changes.ts";
import { outputs } from "../model/query.ts";
import { requirementKey } from "../model/requirements/ids.ts";
import { mentionsOf } from "../model/requirements/mentioned.ts";
import type { Model, Requirement } from "../model/types.ts";

/** A section that was written for requirements which are not what they were. */
export interface StaleSection {
  document: OutputKind;
  section: string;
  /** Those requirements, as they are now. */
  because: Requirement[];
}

/** @returns the sections of both outputs that cite a requirement which was added or changed since the design was finished */
export function staleSections(model: Model): StaleSection[] {
  const changes = changedSince(model);
  if (changes.size === 0) return [];
  const changed = model.requirements.filter(({ id }) => changes.has(requirementKey(id)));
  return outputs(model).flatMap(({ kind, alignments }) =>
    alignments.flatMap(({ template: { title }, sections }): StaleSection[] => {
      const because = changed.filter(({ id }) =>
        mentionsOf(model, id).some(
          (mention) =>
            mention.document === kind && sections.some(({ span }) => mention.place.line >= span.line && mention.place.line < span.endLine),
        ),
      );
      return because.length > 0 ? [{ document: kind as OutputKind, section: title, because }] : [];
    }),
  );
}

/** @returns the requirements that were added since, and that nothing cites */
export function unansweredSince(model: Model): Requirement[] {
  const changes = changedSince(model);
  return model.requirements.filter(({ id }) => changes.has(requirementKey(id)) && mentionsOf(model, id).length === 0);
}
