import type { FeatureKey } from "../../core.ts";

export const SCHEME = "groundplan://";

/** The computed pages of a feature, beside its documents. */
export const COMPUTED = ["checklist", "trace", "hazards", "reading"] as const;

/** The forms that an address may have. */
export const ADDRESSES = [
  "groundplan://workflow",
  "groundplan://templates/{kind}",
  "groundplan://patterns/{slug}",
  "groundplan://checks/{id}",
  "groundplan://features/{epic}/{feature}/{page}",
  "groundplan://survey/{part}",
] as const;

/** @returns the address of a page of a feature: a document's kind, or one of the computed pages. */
export function addressOf({ epic, feature }: FeatureKey, page: string): string {
  return `${SCHEME}features/${encodeURIComponent(epic)}/${encodeURIComponent(feature)}/${page}`;
}
