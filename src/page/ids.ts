import type { FeatureKey } from "../core.ts";

/** @returns a word that serves as an id, as a part of an address and as the name of a file */
export function idOf({ epic, feature }: FeatureKey): string {
  const word = (text: string) => text.replace(/[^\p{L}\p{N}_-]/gu, "-");
  return `${word(epic)}.${word(feature)}`;
}
