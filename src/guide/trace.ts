import { requirementKey } from "../model/requirement-ids.ts";
import type { Model, Place, Requirement } from "../model/types.ts";

/** Where one requirement is answered. */
export interface Trace {
  requirement: Requirement;
  /** The top sections of the outputs that mention it, each with the first place. */
  answers: { file: string; section: string; place: Place }[];
}

/** Lays the requirements of the PRD beside the places of both outputs that mention them. Nothing is judged here. */
export function traceRequirements(model: Model): Trace[] {
  return model.requirements.map((requirement) => {
    const key = requirementKey(requirement.id);
    const places = model.mentions.filter(({ id }) => requirementKey(id) === key).map(({ place }) => place);
    const answers = places.map((place) => ({ file: place.file, section: sectionAt(model, place), place }));
    const isFirst = (answer: (typeof answers)[number], index: number) =>
      answers.findIndex(({ file, section }) => file === answer.file && section === answer.section) === index;
    return { requirement, answers: answers.filter(isFirst) };
  });
}

/** @returns the titles of the sections around a place, the outermost first. */
function sectionAt({ documents }: Model, { file, line }: Place): string {
  const document = Object.values(documents).find((candidate) => candidate.file === file);
  const around = document?.markdown.allSections.filter(({ depth, span }) => depth > 1 && span.line <= line && line < span.endLine) ?? [];
  return around.map(({ title }) => title).join(" > ");
}
