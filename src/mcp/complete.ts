import { CHECKS, listFeatures } from "../core.ts";
import { beginning } from "./fit.ts";
import { openProject, type Session } from "./project.ts";

/** @returns names of epics. */
export function completeEpic(session: Session, start?: string): string[] {
  return beginning(
    listFeatures(openProject(session).workspace).map(({ epic }) => epic),
    start,
  );
}

/** @returns names of features, of the chosen epic where one is chosen. */
export function completeFeature(session: Session, start?: string, chosen?: string): string[] {
  const features = listFeatures(openProject(session).workspace).filter(({ epic }) => !chosen || epic === chosen);
  return beginning(
    features.map(({ feature }) => feature),
    start,
  );
}

/** @returns ids of the checks of a feature that begin with what was typed. */
export function completeCheck(start?: string): string[] {
  return beginning(
    CHECKS.map(({ id }) => id),
    start,
  );
}
