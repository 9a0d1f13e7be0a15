import type { Model } from "../../model/types.ts";
import { hasWord } from "../../text/names.ts";
import { codeDrifts } from "./codes.ts";
import { commandDrifts } from "./commands.ts";
import { endpointDrifts } from "./endpoints.ts";
import { eventDrifts } from "./events.ts";
import { researchDrifts } from "./research.ts";
import { structureDrifts } from "./structures.ts";
import type { Drift, DriftReport, DriftState, Found, Ground } from "./types.ts";

/**
 * Holds a feature's design against the code: interfaces, structures, entities and error codes, and what its research report says is there.
 *
 * @returns where both differ, in the order of the documents, and how far the design is built
 */
export function driftOf(model: Model, ground: Ground): DriftReport {
  const compared = { ...ground, model };
  const outcomes = [endpointDrifts(compared), commandDrifts(compared), eventDrifts(compared)];
  const found = [
    ...outcomes.flatMap((outcome) => outcome.found),
    ...structureDrifts(compared),
    ...codeDrifts(compared),
    ...researchDrifts(compared),
  ];
  const drifts = found
    .map(({ names, ...drift }): Drift => ({ ...drift, accepted: isAccepted(model, names) }))
    .sort((a, b) => (a.design.file === b.design.file ? a.design.line - b.design.line : a.design.file < b.design.file ? -1 : 1));
  const [designed, built] = [outcomes.reduce((sum, one) => sum + one.designed, 0), outcomes.reduce((sum, one) => sum + one.built, 0)];
  return { state: stateOf(drifts, designed, built), drifts };
}

/** @returns whether a difference is one that somebody has to decide on: what is not built yet is none, nor what may have to be read anew */
export function isOpenDrift({ kind, accepted }: Drift): boolean {
  return !accepted && kind !== "not-built" && kind !== "stale-input";
}

function stateOf(drifts: readonly Drift[], designed: number, built: number): DriftState {
  if (drifts.some(isOpenDrift)) return "drifted";
  if (designed > 0 && built === designed) return "built";
  return built > 0 ? "partly built" : "designed";
}

/** A departure names it and gives its reason, or an open question names it and who decides. */
function isAccepted({ departures, undecided }: Model, names: Found["names"]): boolean {
  const said = [
    ...departures.filter(({ reason }) => reason !== "").map(({ text }) => text),
    ...undecided.filter(({ decider }) => decider !== "").map(({ question, assumption }) => `${question} ${assumption}`),
  ];
  return names.some((name) => said.some((text) => speaksOf(text, name)));
}

const METHODS = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s(?=\/)/;

/** Who writes a method means that endpoint, and no other one of the same path. */
function speaksOf(text: string, name: string): boolean {
  if (!hasWord(text, name)) return false;
  return !name.startsWith("/") || !METHODS.test(text);
}
