import { posix } from "node:path";
import { type DocumentKind, isOutput } from "../../config/config.ts";
import type { Model } from "../../model/types.ts";

/**
 * @returns one item for what a document is written from, and one for the other output: a line for each link is more than the
 *   section's share
 */
export function relatedDocuments({ feature, context }: Model, kind: DocumentKind): string[] {
  const others = Object.values(feature.documents).filter((other) => other.kind !== kind);
  const items = [false, true].map((output) =>
    others
      .filter((other) => isOutput(other.kind) === output)
      .map((other) => `[${context.templates[other.kind].title}](${posix.basename(other.file)})`)
      .join(", "),
  );
  return items.filter((links) => links !== "").map((links) => `- ${links}`);
}
