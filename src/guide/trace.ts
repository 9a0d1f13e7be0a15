import { type AnswerState, answersOf } from "../model/answers.ts";
import { agreeingIn } from "../model/content/agreeing.ts";
import type { Model, Place, Requirement } from "../model/types.ts";

/** Where one requirement is answered. */
export interface Trace {
  requirement: Requirement;
  /** How far it is answered: `agreeing` is answered with all its literals and values. */
  state: AnswerState | "agreeing";
  /** The top sections of the outputs that mention it, each with the first place. */
  answers: { file: string; section: string; place: Place }[];
}

/** What the PRD says is not to be built. */
export interface Excluded {
  id: string;
  text: string;
  /** What says so, in words. */
  why: string;
  place: Place;
  /** Where the design speaks of it all the same. */
  designed: Place[];
}

/** @returns what the PRD sets aside, each with the places of both outputs that mention it. */
export function excludedOf({ statements, mentions }: Model): Excluded[] {
  return statements.flatMap(({ id, text, excluded, place }) =>
    excluded === undefined
      ? []
      : [{ id, text, why: excluded, place, designed: mentions.filter((mention) => mention.id === id).map((mention) => mention.place) }],
  );
}

/** Lays the requirements of the PRD beside the places of both outputs that mention them. Nothing is judged here. */
export function traceRequirements(model: Model): Trace[] {
  const agreeing = agreeingIn(model);
  return answersOf(model).map(({ requirement, state, places: mentions }) => {
    const places = mentions.map(({ place }) => place);
    const answers = places.map((place) => ({ file: place.file, section: sectionAt(model, place), place }));
    const isFirst = (answer: (typeof answers)[number], index: number) =>
      answers.findIndex(({ file, section }) => file === answer.file && section === answer.section) === index;
    return { requirement, state: state === "answered" && agreeing(requirement) ? "agreeing" : state, answers: answers.filter(isFirst) };
  });
}

/** @returns the titles of the sections around a place, the outermost first. */
function sectionAt({ documents }: Model, { file, line }: Place): string {
  const document = Object.values(documents).find((candidate) => candidate.file === file);
  const around = document?.markdown.allSections.filter(({ depth, span }) => depth > 1 && span.line <= line && line < span.endLine) ?? [];
  return around.map(({ title }) => title).join(" > ");
}
