import type { Said } from "../model/content/comparing/said.ts";

/** @returns the name of a document and the words in which it says something, as far as a message can hold them */
export function excerptOf({ passage, place }: Said): string {
  const text = passage.text
    .replace(/[`*]|\]\(\s{0,99}\)?/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const shown = text.length > 90 ? `${text.slice(0, 87).trimEnd()}...` : text;
  return `${place.file.slice(place.file.lastIndexOf("/") + 1)}: ${shown}`;
}
