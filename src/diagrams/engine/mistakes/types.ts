import type { MistakeId, Problem } from "../../types.ts";

/** A change to one line that may be what a diagram lacks. */
export interface Repair {
  mistake: MistakeId;
  /** Index of the line. */
  at: number;
  /** Index of the line to name, where it is another one. */
  tell?: number;
  /** How many lines go; one where nothing is said. */
  removes?: number;
  /** The words of the line that change, and what comes in their place. */
  found: string;
  instead: string;
  /** The line afterwards; several lines where one is added, none where it goes. */
  lines: string[];
  /** The change cannot alter what was meant. */
  certain: boolean;
}

/** A text that Mermaid refuses, with the place at which it does. */
export interface Refused {
  lines: readonly string[];
  /** The word that the diagram begins with. */
  type: string;
  problem: Problem;
}

/** Proposes repairs of one sort of mistake, the likeliest first. */
export type Propose = (refused: Refused) => Repair[];

/** @returns the indexes at which the mistake may stand: the line that is named and the drawn one before it. */
export function suspects({ lines, problem }: Refused): number[] {
  const named = Math.min(problem.line, lines.length) - 1;
  let before = named - 1;
  while (before >= 0 && (lines[before] ?? "").trim() === "") before--;
  return before >= 0 ? [named, before] : [named];
}

export function isFlowchart(type: string): boolean {
  return /^(?:flowchart|graph)/.test(type);
}
