import { groupBy } from "../../../text/group.ts";
import { fileName, shorten } from "../../../text/shorten.ts";
import { agree } from "../comparing/said.ts";
import type { Content, Quantity } from "../types.ts";
import type { GeneralConflict } from "./types.ts";

/** @returns the rows of fields that bound one thing twice: "1 to 8388608" beside "at most 6 MB" */
export function rowConflicts({ quantities }: Content): GeneralConflict[] {
  const limits = quantities.filter(
    ({ dimension, bound, passage: { document, keys } }) =>
      document === "backend-design" && dimension === "size" && bound === "most" && keys.some((key) => /^row:.+\../.test(key)),
  );
  return [...groupBy(limits, ({ passage }) => `${passage.line}`).values()].flatMap(([said, other, ...more]) => {
    if (!said || !other || more.length > 0 || said.passage === other.passage || agree(said, other)) return [];
    return [
      { found: said.text, place: said.place, here: excerptOf(said), expected: other.text, related: other.place, there: excerptOf(other) },
    ];
  });
}

function excerptOf({ passage, place }: Quantity): string {
  return `${fileName(place.file)}: ${shorten(passage.text.replace(/[`*]/g, "").trim(), 90)}`;
}
