import { CHECKS, listFeatures, PATTERN_CATEGORIES } from "../index.ts";
import { openProject, type Session } from "./project.ts";

/** The most values that the protocol lets a completion give. */
const MOST = 100;

/** @returns the values that begin with what was typed. */
export function beginning(values: readonly string[], start = ""): string[] {
  return [...new Set(values)].filter((value) => value.startsWith(start)).slice(0, MOST);
}

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

/** @returns ids of the checks of a feature. */
export function completeCheck(start?: string): string[] {
  return beginning(
    CHECKS.map(({ id }) => id),
    start,
  );
}

/** @returns categories of patterns. */
export function completeCategory(start?: string): string[] {
  return beginning(PATTERN_CATEGORIES, start);
}
