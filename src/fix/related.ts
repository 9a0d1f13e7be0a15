import type { AlignedDocument } from "../model/types.ts";
import type { Review } from "../review/feature.ts";

/** @returns list items that link to those of the feature's documents which a document does not link to. */
export function relatedItems({ findings }: Review, { file }: AlignedDocument): string[] {
  return findings
    .filter(({ check, place }) => check === "missing-cross-reference" && place.file === file)
    .map(({ arguments: { name, target } }) => `- [${name}](${destination(String(target))})`);
}

/** A path with spaces or parentheses is a link's destination only in angle brackets. */
function destination(path: string): string {
  return /[\s()]/.test(path) ? `<${path}>` : path;
}
