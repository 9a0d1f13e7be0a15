import type { Model } from "../../model/types.ts";
import { hazardsOutside } from "./outside.ts";
import { answersIn } from "./passages.ts";
import { hazardsOfState } from "./state.ts";
import { type Asked, HAZARD_KINDS, type Hazard } from "./types.ts";
import { hazardsOfWork } from "./work.ts";

export type { Hazard } from "./types.ts";

/** Nobody answers more questions than these with care. */
const MOST = 10;

/**
 * Asks a design what goes wrong in production: what no rule can judge, and a reviewer with experience would ask first. The questions come
 * from its facts and bear its names.
 *
 * @returns at most ten, the weightiest first; where there are more, those that the design does not deal with come before the others
 */
export function hazardsOf(model: Model): Hazard[] {
  const answer = answersIn(model);
  const asked: Hazard[] = [...hazardsOutside(model), ...hazardsOfState(model), ...hazardsOfWork(model)].map((each) =>
    asHazard(each, answer),
  );
  const byWeight = (a: Hazard, b: Hazard) => HAZARD_KINDS.indexOf(a.kind) - HAZARD_KINDS.indexOf(b.kind);
  const open = asked.filter(({ answer: place }) => !place).sort(byWeight);
  const answered = asked.filter(({ answer: place }) => place).sort(byWeight);
  return [...open, ...answered].slice(0, MOST).sort(byWeight);
}

function asHazard(asked: Asked, answer: ReturnType<typeof answersIn>): Hazard {
  const { kind, question, place } = asked;
  const found = answer(asked);
  return { kind, question, place, ...(found && { answer: found }) };
}
