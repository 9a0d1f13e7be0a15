export const SCHEME = "groundplan://";

/** The computed pages of a feature, beside its documents. */
export const COMPUTED = ["checklist", "trace"] as const;

/** The forms that an address may have. */
export const ADDRESSES = [
  "groundplan://workflow",
  "groundplan://templates/{kind}",
  "groundplan://patterns/{slug}",
  "groundplan://checks/{id}",
  "groundplan://features/{epic}/{feature}/{page}",
] as const;
