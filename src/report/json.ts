import type { Review } from "../review.ts";

/** The findings as data for scripts. The shape only grows: keys are never renamed or removed within a version. */
export function reportJson(reviews: readonly Review[]): string {
  const features = reviews.map(({ model, findings, checklist }) => ({ ...model.key, findings, checklist }));
  const all = features.flatMap(({ findings }) => findings);
  const errors = all.filter(({ severity }) => severity === "error").length;
  return `${JSON.stringify({ version: 1, summary: { features: features.length, errors, warnings: all.length - errors }, features }, null, 2)}\n`;
}
