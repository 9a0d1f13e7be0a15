import { CHECKS, listFeatures } from "../core.ts";
import { openProject, type Session } from "./project.ts";
import { matchingCompletions } from "./shown/shorten.ts";

/** @returns names of epics. */
export function completeEpic(session: Session, start?: string): string[] {
  return matchingCompletions(
    listFeatures(openProject(session).workspace).map(({ epic }) => epic),
    start,
  );
}

/** @returns names of features, of the chosen epic where one is chosen. */
export function completeFeature(session: Session, start?: string, chosen?: string): string[] {
  const features = listFeatures(openProject(session).workspace).filter(({ epic }) => !chosen || epic === chosen);
  return matchingCompletions(
    features.map(({ feature }) => feature),
    start,
  );
}

/** @returns ids of the checks of a feature that begin with what was typed. */
export function completeCheck(start?: string): string[] {
  return matchingCompletions(
    CHECKS.map(({ id }) => id),
    start,
  );
}
