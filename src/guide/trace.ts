import { type Agreement, agreementOf } from "../model/content/agreeing.ts";
import type { Since } from "../model/fingerprints/changes.ts";
import { type AnswerState, answersOf, standings } from "../model/requirements/answers.ts";
import { requirementKey } from "../model/requirements/ids.ts";
import { mentionsOf } from "../model/requirements/mentioned.ts";
import type { Mention, Model, Place, Requirement } from "../model/types.ts";

/** How far a statement is answered: `agreeing` is answered with all its literals and values. */
export type TraceState = AnswerState | "agreeing";

/** A top section of an output that mentions a statement, with the first place. */
export interface AnswerPlace {
  file: string;
  section: string;
  place: Place;
}

/** Where one requirement is answered. */
export interface Trace {
  requirement: Requirement;
  /** Of a criterion: what it refines, where that is answered by its criteria alone. */
  refines?: Requirement;
  state: TraceState;
  /** It was added or changed since the design was finished. */
  since?: Since;
  /** Of a criterion that is answered through what it refines: its literals that stand in no output. */
  lacking: string[];
  answers: AnswerPlace[];
  /** What refines it: acceptance criteria, and its parts. */
  criteria: Refinement[];
}

/** A criterion, which is answered through what it refines unless what it states literally is missing. */
export interface Refinement {
  statement: Requirement;
  state: TraceState;
  /** Its literals that stand in no output. */
  lacking: string[];
  answers: AnswerPlace[];
}

/** A statement that the PRD takes out. */
export interface Excluded {
  statement: Requirement;
  state: "excluded";
  answers: AnswerPlace[];
}

/** Lays the requirements of the PRD, with what refines them, beside the places of both outputs that mention them. Nothing is judged here. */
export function traceRequirements(model: Model): Trace[] {
  const agreement = agreementOf(model);
  const demanded = new Set<string | undefined>(model.requirements.map(({ id }) => id));
  const departed = new Set(model.departures.flatMap(({ ids }) => ids.map(requirementKey)));
  return answersOf(model).map(({ requirement, state, since, places }) => {
    const lacking = state === "answered" && isThroughParent(model, requirement) ? agreement.lacking(requirement) : [];
    const agrees = state === "answered" && !departed.has(requirementKey(requirement.id)) && agreement.agrees(requirement);
    const own: TraceState = lacking.length > 0 ? "open" : agrees ? "agreeing" : state;
    const criteria = refinementsOf(model, requirement).map((statement) => refine(model, agreement, statement, own));
    const refines = demanded.has(requirement.parent) ? undefined : model.statements.find(({ id }) => id === requirement.parent);
    return {
      requirement,
      ...(refines && { refines }),
      state: own,
      ...(since && { since }),
      lacking,
      answers: placesIn(model, places),
      criteria,
    };
  });
}

/** @returns the statements that the PRD excludes, with what of the design mentions them all the same */
export function traceExcluded(model: Model): Excluded[] {
  return model.statements
    .filter(({ excluded }) => excluded !== undefined)
    .map((statement) => ({ statement, state: "excluded", answers: placesIn(model, mentionsOf(model, statement.id)) }));
}

/** A criterion that is cited nowhere but where the statement is that it refines. */
function isThroughParent(model: Model, requirement: Requirement): boolean {
  const parent = requirement.kind === "criterion" ? model.statements.find(({ id }) => id === requirement.parent) : undefined;
  if (!parent) return false;
  const at = ({ place }: Mention) => `${place.file}:${place.line}:${place.column}`;
  const through = new Set(mentionsOf(model, parent.id).map(at));
  return mentionsOf(model, requirement.id).every((mention) => through.has(at(mention)));
}

/** The statements below a requirement that are none themselves, in the order of the PRD. */
function refinementsOf(model: Model, { id }: Requirement): Requirement[] {
  const demanded = new Set(model.requirements);
  const below = model.statements.filter(
    (part) => part.parent === id && part.id !== id && !demanded.has(part) && part.excluded === undefined,
  );
  return below.flatMap((part) => [part, ...refinementsOf(model, part)]);
}

function refine(model: Model, agreement: Agreement, statement: Requirement, above: TraceState): Refinement {
  const standing = standings(model);
  const mentions = mentionsOf(model, statement.id).filter(({ place }) => standing(place) === "answers");
  const lacking = above === "declined" ? [] : agreement.lacking(statement);
  const answered = mentions.length > 0 || above === "answered" || above === "agreeing";
  const state = answered ? (lacking.length > 0 ? "open" : agreement.agrees(statement) ? "agreeing" : "answered") : above;
  return { statement, state, lacking, answers: placesIn(model, mentions) };
}

function placesIn(model: Model, mentions: readonly Mention[]): AnswerPlace[] {
  const answers = mentions.map(({ place }) => ({ file: place.file, section: sectionAt(model, place), place }));
  return answers.filter(
    (answer, index) => answers.findIndex(({ file, section }) => file === answer.file && section === answer.section) === index,
  );
}

/** @returns the titles of the sections around a place, the outermost first. */
export function sectionAt({ documents }: Model, { file, line }: Place): string {
  const document = Object.values(documents).find((candidate) => candidate.file === file);
  const around = document?.markdown.allSections.filter(({ depth, span }) => depth > 1 && span.line <= line && line < span.endLine) ?? [];
  return around.map(({ title }) => title).join(" > ");
}
