import { failed } from "../feature/read-feature.ts";
import type { Feature, FeatureDocument } from "../feature/types.ts";

/**
 * Takes out of a feature what groundplan fails over, a defect of its own, so that the rest of it and all other features are judged.
 *
 * @param thrown by the review of the whole feature
 * @param fails whether the review of a feature fails
 * @returns the feature with the one document marked whose absence mends it; where no single one does, with all of them
 */
export function leaveOutFailing(feature: Feature, thrown: unknown, fails: (feature: Feature) => boolean): Feature {
  const readable = Object.values(feature.documents).filter(({ trouble }) => trouble === undefined);
  const without = (left: readonly FeatureDocument[]): Feature => {
    const marked = left.map((document) => [document.kind, { ...document, ...failed(thrown) }]);
    return { ...feature, documents: { ...feature.documents, ...Object.fromEntries(marked) } };
  };
  const culprit = readable.find((document) => !fails(without([document])));
  return without(culprit ? [culprit] : readable);
}

/** @returns the files of the documents that groundplan failed over. */
export function failedFiles({ documents }: Feature): string[] {
  return Object.values(documents).flatMap(({ trouble, file }) => (trouble === "failed" ? file : []));
}
