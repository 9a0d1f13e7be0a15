import { DEFAULTS } from "../config/config.ts";
import { linearPattern } from "../config/linear-pattern.ts";
import { loadShipped } from "../context/shipped.ts";
import { readMarkdown } from "../markdown/index.ts";
import { rolesByTemplate } from "../model/reading/known.ts";
import { readInput } from "../model/reading/read.ts";
import type { Model, Reading, UnreadPart } from "../model/types.ts";

/** Reads one text as a PRD that belongs to no feature, with the shipped words. */
export function readLoose(text: string, file: string): Reading {
  const idPatterns = DEFAULTS.requirementIds.map(linearPattern);
  return readInput({ document: "prd", file, markdown: readMarkdown(text), lexicon: loadShipped().lexicon, idPatterns });
}

/** How much of a feature's PRD was understood. */
export interface ReadingCount {
  statements: number;
  excluded: number;
  /** Stretches that look normative and were not understood. */
  unread: number;
  /** The first of them. */
  first?: UnreadPart;
}

/** @returns how much of the PRD was understood; undefined where there is none. */
export function countReading({ reading }: Model): ReadingCount | undefined {
  if (!reading) return undefined;
  const excluded = reading.statements.filter((statement) => statement.excluded !== undefined).length;
  const [first] = reading.unread;
  return { statements: reading.statements.length - excluded, excluded, unread: reading.unread.length, ...(first && { first }) };
}

const INPUTS = ["research", "contracts", "data-design"] as const;

/** Reads every input of a feature: the PRD as the model has it, and the others, whose sections their templates know. */
export function readingsOf({ reading, documents, context }: Model): Reading[] {
  const others = INPUTS.flatMap((kind) => {
    const document = documents[kind];
    if (!document) return [];
    const { file, markdown, alignments } = document;
    const idPatterns = context.config.requirementIds.map(linearPattern);
    return [readInput({ document: kind, file, markdown, lexicon: context.lexicon, known: rolesByTemplate(alignments), idPatterns })];
  });
  return [...(reading ? [reading] : []), ...others];
}
