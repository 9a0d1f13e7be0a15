import type { Pattern } from "../context/types.ts";
import type { Model, Place } from "../model/types.ts";
import { literally } from "../names.ts";

/** A pattern that the feature calls for, with the statement that calls for it. */
export interface Proposal {
  pattern: Pattern;
  /** The signal that was found. */
  signal: string;
  /** The words that it was found in. */
  because: string;
  place: Place;
}

interface Statement {
  text: string;
  place: Place;
}

/** Matches the signals of every pattern against what the PRD states; one proposal a pattern, the first place that calls for it. */
export function proposePatterns(model: Model): Proposal[] {
  const statements = statementsOf(model);
  return model.context.patterns.flatMap((pattern) => {
    if (pattern.status === "deprecated") return [];
    for (const { text, place } of statements) {
      const signal = pattern.signals.find((candidate) => contains(text, candidate));
      if (signal) return [{ pattern, signal, because: text, place }];
    }
    return [];
  });
}

function statementsOf({ requirements, integrations }: Model): Statement[] {
  const rows = integrations.map(({ cells, place }) => ({
    text: Object.values(cells)
      .map(({ text }) => text)
      .join("; "),
    place,
  }));
  return [...requirements.map(({ text, place }) => ({ text, place })), ...rows];
}

/** A signal counts as whole words, in any case. */
function contains(text: string, signal: string): boolean {
  const escaped = literally(signal).replace(/\s+/g, "[\\s-]+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:s|es)?(?![\\p{L}\\p{N}])`, "iu").test(text);
}

/** @returns the proposals that neither output links to: a decision on them, for or against, is open. */
export function openProposals(model: Model): Proposal[] {
  const linked = model.links.filter(({ document }) => document === "architecture" || document === "backend-design");
  return proposePatterns(model).filter(({ pattern }) => {
    const file = pattern.place.file.slice(pattern.place.file.lastIndexOf("/") + 1);
    return !linked.some(({ path, fragment }) => fragment === pattern.slug && path?.endsWith(`/${file}`));
  });
}
