import type { Derived, DocumentKind, FeatureKey, Review, WordedFinding, Written } from "../core.ts";
import type { ToolContext } from "./define.ts";

/** What was written, and what follows from it. */
interface WrittenWhole extends Written {
  /** The sections that groundplan brought up to date, by their titles. */
  derived: string[];
  /** How many blank lines were taken out of it, so that it fits. */
  removed: number;
}

/**
 * Brings up to date what follows from a write, so that no author has to.
 *
 * @param concerns the findings of a review that stand in what was written
 */
export function withDerived(
  { workspace, context, core }: ToolContext,
  key: FeatureKey,
  document: DocumentKind,
  written: Written,
  concerns: (review: Review) => WordedFinding[],
): WrittenWhole {
  const { derived, review } = core.deriveParts(workspace, context, key, written.review);
  const revision = review.model.feature.documents[document]?.revision ?? written.revision;
  if (derived.length === 0) return { ...written, ...toldOf(derived, document) };
  const { now: findings, pending } = core.byTime(review, concerns(review));
  return { ...written, revision, review, findings, pending, ...toldOf(derived, document) };
}

function toldOf(derived: readonly Derived[], kind: DocumentKind): { derived: string[]; removed: number } {
  const titles = [...new Set(derived.flatMap(({ sections }) => sections))];
  return { derived: titles, removed: derived.find(({ document }) => document === kind)?.removed ?? 0 };
}

/** @returns one line on what was written beside what the author sent; empty where nothing was */
export function sayDerived({ derived, removed }: { derived: readonly string[]; removed: number }): string {
  const brought =
    derived.length === 0
      ? ""
      : `groundplan has brought up to date what follows from the rest: ${derived.join(", ")}. Leave them; once you edit one, it is yours.`;
  const closer =
    removed === 0
      ? ""
      : `It was too long by its layout: ${removed} blank lines behind headings, around blocks and between fields are gone.`;
  return [brought, closer].filter(Boolean).join(" ");
}
