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

/** A design whose reader is told of more patterns than these is told of none. */
const MOST_DECIDED = 6;

/**
 * @returns the proposals that neither output decides on: applied by a link where it matters, or declined with a reason. As many as
 *   shape a design, those decided included; what is decided by halves is open in any case
 */
export function openProposals(model: Model): OpenProposal[] {
  const open = proposePatterns(model).flatMap((proposal) => {
    const missing = missingOf(model.patternUses.filter(({ slug }) => slug === proposal.pattern.slug));
    return missing ? [{ ...proposal, missing }] : [];
  });
  const decided = new Set(model.patternUses.flatMap(({ slug, decision }) => (decision === "listed" ? [] : [slug])));
  const room = Math.max(0, MOST_DECIDED - decided.size);
  const wanted = new Set<Proposal>(weightiest(open.filter(({ missing }) => missing === "decision")).slice(0, room));
  return open.filter((proposal) => proposal.missing !== "decision" || wanted.has(proposal));
}

/** @returns what shapes a design most first: patterns that oblige to say something, and those that the inputs ask for in words */
export function weightiest<Of extends Proposal>(proposals: readonly Of[]): Of[] {
  const weight = ({ pattern, isFact }: Proposal) => (pattern.obliges.length > 0 ? 2 : 0) + (isFact ? 0 : 1);
  return proposals.toSorted((a, b) => weight(b) - weight(a));
}

function missingOf(uses: readonly PatternUse[]): Missing | undefined {
  const applied = uses.filter(({ decision }) => decision === "applied");
  const declined = uses.filter(({ decision }) => decision === "declined");
  if (applied.some(({ linked }) => linked) || declined.some(({ reasoned }) => reasoned)) return undefined;
  if (declined.length > 0) return "reason";
  if (applied.length > 0) return "link";
  return uses.length > 0 ? "place" : "decision";
}
