import type { Pattern } from "../context/types.ts";
import { linkFrom } from "../feature/links/from.ts";
import type { Model, PatternUse, Place } from "../model/types.ts";
import { wordsOf } from "../text/words.ts";
import { calls } from "./call.ts";
import { type Caller, FACT_SIGNALS } from "./fact-signals.ts";
import { type Statement, statementsOf } from "./statements.ts";

/** A pattern that the feature calls for, with the statement that calls for it. */
export interface Proposal {
  pattern: Pattern;
  /** To the pattern, as it is right in the documents of the feature. */
  link: string;
  /** The signal that was found: words of the statement, or what the fact is called. */
  signal: string;
  /** The signal names a fact of the model, and no words. */
  isFact: boolean;
  /** The words that it was found in. */
  because: string;
  place: Place;
}

/** What keeps a proposal open. */
export type Missing = "decision" | "link" | "reason" | "place";

export interface OpenProposal extends Proposal {
  /** A decision at all, the link of an applied one, the reason of a declined one, or a place where the link matters. */
  missing: Missing;
}

/**
 * Matches the signals of every pattern against what the PRD and the architecture state, and against the facts of the
 * model; one proposal a pattern, the first place that calls for it.
 */
export function proposePatterns(model: Model): readonly Proposal[] {
  const known = PROPOSED.get(model);
  if (known) return known;
  const proposals = matchSignals(model);
  PROPOSED.set(model, proposals);
  return proposals;
}

/** A brief, a draft and the steps ask for the proposals of a model many times over; a model never changes. */
const PROPOSED = new WeakMap<Model, readonly Proposal[]>();

function matchSignals(model: Model): Proposal[] {
  const statements = statementsOf(model);
  const callers = new Map(Object.entries(FACT_SIGNALS).map(([name, { find }]) => [name, find(model, statements)]));
  return model.context.patterns.flatMap((pattern) => {
    if (pattern.status === "deprecated") return [];
    const found = byWords(pattern, statements) ?? byFacts(pattern, callers);
    return found ? [{ ...found, link: linkFrom(model.feature.folder, pattern.link) }] : [];
  });
}

function byWords(pattern: Pattern, statements: readonly Statement[]): Omit<Proposal, "link"> | undefined {
  const signals = pattern.signals.map((signal) => ({ signal, words: wordsOf(signal) }));
  for (const statement of statements) {
    const found = signals.find(({ words }) => calls(statement, words));
    if (found) return { pattern, signal: found.signal, isFact: false, because: statement.text, place: statement.place };
  }
  return undefined;
}

function byFacts(pattern: Pattern, callers: ReadonlyMap<string, Caller | undefined>): Omit<Proposal, "link"> | undefined {
  for (const name of pattern.facts) {
    const caller = callers.get(name);
    if (caller) return { pattern, signal: FACT_SIGNALS[name]?.title ?? name, isFact: true, because: caller.text, place: caller.place };
  }
  return undefined;
}

/** @returns the proposals that neither output decides on: applied by a link where it matters, or declined with a reason. */
export function openProposals(model: Model): OpenProposal[] {
  return proposePatterns(model).flatMap((proposal) => {
    const missing = missingOf(model.patternUses.filter(({ slug }) => slug === proposal.pattern.slug));
    return missing ? [{ ...proposal, missing }] : [];
  });
}

function missingOf(uses: readonly PatternUse[]): Missing | undefined {
  const applied = uses.filter(({ decision }) => decision === "applied");
  const declined = uses.filter(({ decision }) => decision === "declined");
  if (applied.some(({ linked }) => linked) || declined.some(({ reasoned }) => reasoned)) return undefined;
  if (declined.length > 0) return "reason";
  if (applied.length > 0) return "link";
  return uses.length > 0 ? "place" : "decision";
}
