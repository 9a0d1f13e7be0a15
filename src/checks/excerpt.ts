import type { Said } from "../model/content/comparing/said.ts";
import { fileName, shorten } from "../text/shorten.ts";

/** @returns the name of a document and the words in which it says something, as far as a message can hold them */
export function excerptOf({ passage, place }: Said): string {
  const text = passage.text
    .replace(/[`*]|\]\(\s{0,99}\)?/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return `${fileName(place.file)}: ${shorten(text, 90)}`;
}
