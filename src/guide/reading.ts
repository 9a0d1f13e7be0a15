import { DEFAULTS } from "../config/config.ts";
import { linearPattern } from "../config/linear-pattern.ts";
import { loadShipped } from "../context/shipped.ts";
import { readMarkdown } from "../markdown/index.ts";
import { readInput } from "../model/reading/read.ts";
import type { Reading } from "../model/types.ts";

/** Reads one text as a PRD that belongs to no feature, with the shipped words. */
export function readLoose(text: string, file: string): Reading {
  const idPatterns = DEFAULTS.requirementIds.map(linearPattern);
  return readInput({ document: "prd", file, markdown: readMarkdown(text), lexicon: loadShipped().lexicon, idPatterns });
}
