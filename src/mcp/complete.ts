import { listFeatures } from "../index.ts";
import type { Session } from "./define.ts";

/** The most values that the protocol lets a completion give. */
const MOST = 100;

/** @returns the values that begin with what was typed. */
export function beginning(values: readonly string[], start = ""): string[] {
  return [...new Set(values)].filter((value) => value.startsWith(start)).slice(0, MOST);
}

/** @returns names of epics. */
export function completeEpic({ workspace }: Session, start?: string): string[] {
  return beginning(
    listFeatures(workspace).map(({ epic }) => epic),
    start,
  );
}

/** @returns names of features, of the chosen epic where one is chosen. */
export function completeFeature({ workspace }: Session, start?: string, chosen?: string): string[] {
  const features = listFeatures(workspace).filter(({ epic }) => !chosen || epic === chosen);
  return beginning(
    features.map(({ feature }) => feature),
    start,
  );
}
