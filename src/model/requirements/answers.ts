import { OUTPUT_KINDS } from "../../config/config.ts";
import { isWithin } from "../../findings/place.ts";
import { isProposal, isSkeleton } from "../../text/skeleton.ts";
import { family } from "../documents/families.ts";
import { changedSince, type Since } from "../fingerprints/changes.ts";
import type { Mention, Model, Place, Requirement } from "../types.ts";
import { coverageRows, isNearlyAll } from "./coverage.ts";
import { requirementKey } from "./ids.ts";
import { mentionsOf } from "./mentioned.ts";

/** How far a requirement is answered. */
export type AnswerState = "open" | "listed" | "answered" | "declined";

/** Where the outputs deal with a requirement, and how far. */
export interface Answer {
  requirement: Requirement;
  state: AnswerState;
  /** The places that count; of an open one there are none. */
  places: Mention[];
  /** It is not what it was when the design was finished, and what cites it is: therefore it is open. */
  since?: Since;
  /** It waits for the answer to a question that the design asks. */
  asked: boolean;
}

const known = new WeakMap<Model, Answer[]>();

/** @returns how far each requirement is answered; a placeholder answers nothing, and a place that claims everything only lists */
export function answersOf(model: Model): Answer[] {
  const answers = known.get(model) ?? readAnswers(model);
  known.set(model, answers);
  return answers;
}

/** What a place does about the requirements that it cites. */
export type Standing = "nothing" | "lists" | "asks" | "declines" | "answers";

function readAnswers(model: Model): Answer[] {
  const standing = standings(model);
  const changes = changedSince(model);
  return model.requirements.map((requirement): Answer => {
    const places = mentionsOf(model, requirement.id).filter(({ place }) => standing(place) !== "nothing");
    const does = new Set(places.map(({ place }) => standing(place)));
    const since = changes.get(requirementKey(requirement.id));
    if (since) return { requirement, state: "open", places: [], since, asked: false };
    const state = does.has("answers") ? "answered" : does.has("declines") ? "declined" : places.length > 0 ? "listed" : "open";
    return { requirement, state, places, asked: does.has("asks") };
  });
}

const standingsOf = new WeakMap<Model, (place: Place) => Standing>();

/** @returns tells of a place in an output what it does about the requirements that it cites */
export function standings(model: Model): (place: Place) => Standing {
  const told = standingsOf.get(model) ?? readStandings(model);
  standingsOf.set(model, told);
  return told;
}

function readStandings(model: Model): (place: Place) => Standing {
  const at = ({ file, line }: Place) => `${file}:${line}`;
  const rows = new Map(coverageRows(model).map((row) => [at(row.place), row]));
  const proposed = proposals(model);
  const cited = new Map<string, Set<string>>();
  for (const { id, place } of model.mentions) cited.set(at(place), (cited.get(at(place)) ?? new Set()).add(id));
  const found = new Map<string, Standing>();
  const look = (place: Place): Standing => {
    const row = rows.get(at(place));
    if (row?.empty || isEmptyLine(model, place) || proposed.some((part) => isWithin(place, part))) return "nothing";
    if (model.undecided.some((question) => isWithin(place, question.place))) return "asks";
    const departure = model.departures.find((each) => isWithin(place, each.place));
    if (departure) return departure.reason === "" ? "lists" : "declines";
    if (DECLINED.test(lineOf(model, place)) && /departure|scope/i.test(sectionOf(model, place))) return "declines";
    // What cites nearly all of them at once, or only says where they stand, does nothing about any.
    if (row ? row.blanket || row.everything : isNearlyAll([...(cited.get(at(place)) ?? [])], model)) return "lists";
    return isAmongLinks(model, place) ? "lists" : "answers";
  };
  return (place) => {
    const before = found.get(at(place)) ?? look(place);
    found.set(at(place), before);
    return before;
  };
}

/** What nobody has accepted yet: sections that say so, and rows with an empty cell below a line that asks for what is missing in them. */
function proposals({ documents }: Model): Place[] {
  return OUTPUT_KINDS.flatMap((kind) => documents[kind] ?? []).flatMap(({ markdown, place }) =>
    markdown.allSections.flatMap(({ paragraphs, tables, span }) => {
      if (paragraphs.some(({ text }) => isProposal(text))) return [place(span)];
      if (!paragraphs.some(({ text }) => isSkeleton(text))) return [];
      const lacking = tables.flatMap(({ rows }) => rows.filter((row) => row.some(({ text }) => text === "")));
      return lacking.flatMap(([first]) => (first ? [place(first.span)] : []));
    }),
  );
}

const DECLINED = /\b(?:declined|out of scope|deferred|postponed|dropped|departs? from|not built|left out)\b/i;

function documentOf({ documents }: Model, { file }: Place) {
  return Object.values(documents).find((document) => document.file === file);
}

function lineOf(model: Model, place: Place): string {
  const markdown = documentOf(model, place)?.markdown;
  return markdown ? markdown.lines.lineIn(markdown.text, place.line) : "";
}

function sectionOf(model: Model, place: Place): string {
  return documentOf(model, place)?.markdown.allSections.findLast(({ span }) => isWithin(place, { ...span, file: place.file }))?.title ?? "";
}

function isAmongLinks(model: Model, place: Place): boolean {
  const sections = family(documentOf(model, place), "related-documents").flatMap((alignment) => alignment.sections);
  return sections.some(({ span }) => place.line >= span.line && place.line < span.endLine);
}

/** A line of prose that only says what is not there: "FR-6: {Decide}". */
function isEmptyLine(model: Model, place: Place): boolean {
  const markdown = documentOf(model, place)?.markdown;
  const text = markdown ? markdown.lines.lineIn(markdown.prose, place.line) : "";
  // Braces of a path are no placeholder.
  return (
    /(?<![/\w=`])\{[A-Z][^{}\n]{3,200}\}/.test(text) &&
    text.replace(/\{[^{}\n]{0,200}\}/g, "").replace(/[|\s*-]|\b[A-Z]{2,5}-?\d+\b|\b(?:to|and|decision|the)\b/gi, "").length < 12
  );
}
