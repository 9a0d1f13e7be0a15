import {
  type Context,
  type DocumentKind,
  type Feature,
  type FeatureKey,
  formatKey,
  type Review,
  readFeature,
  review,
  sectionTextOf,
  textHash,
  type Workspace,
} from "../core.ts";
import type { ModelFacts } from "./call/models.ts";
import type { Ask } from "./call/types.ts";
import type { Notify } from "./events.ts";
import type { Journal } from "./journal/journal.ts";

/** What all features of a run share. */
export interface Run {
  workspace: Workspace;
  context: Context;
  journal: Journal;
  ask: Ask;
  model: ModelFacts;
  notify: Notify;
  /** The day, as YYYY-MM-DD. */
  today: string;
  /** Tells where a browser is, to draw the diagrams with. */
  env: Readonly<Record<string, string | undefined>>;
  signal: AbortSignal;
  /** Sections of a document are written side by side, as a batch needs it. */
  sideBySide: boolean;
}

/** The work on one feature. */
export interface FeatureRun extends Run {
  key: FeatureKey;
  /** `epic/feature`. */
  name: string;
  /** Hashes of the texts that may be written over, by section. */
  owned: Set<string>;
  /** Sections that are still to be written, as `document: section`: what is found in them now does not count yet. */
  pending: Set<string>;
  /** Why the model did not write a section, as `document: section`. */
  unwritten: Map<string, string>;
  /** The last review, by the revisions of the documents that it is of. */
  last: { revisions: string; review?: Review };
}

export function featureRun(run: Run, key: FeatureKey): FeatureRun {
  return { ...run, key, name: formatKey(key), owned: new Set(), pending: new Set(), unwritten: new Map(), last: { revisions: "" } };
}

/** @returns the feature as it stands on the disk now. */
export function reviewNow({ workspace, context, key, last }: FeatureRun): Review {
  const feature = readFeature(workspace, key);
  const revisions = revisionsOf(feature);
  if (last.review && last.revisions === revisions) return last.review;
  return remember({ last }, review(feature, context));
}

/** Keeps a review for as long as the documents stay as they are. */
export function remember({ last }: Pick<FeatureRun, "last">, review: Review): Review {
  last.revisions = revisionsOf(review.model.feature);
  last.review = review;
  return review;
}

function revisionsOf({ documents }: Feature): string {
  return Object.values(documents)
    .map(({ kind, revision }) => `${kind} ${revision}`)
    .join("\n");
}

/** @returns the name of a section in a journal. */
export function sectionName({ name }: FeatureRun, document: DocumentKind, section: string): string {
  return `${name} ${document}: ${section}`;
}

/** @returns whether what stands in a section may be written over: nobody else has changed it since it was looked at. */
export function isOurs(run: FeatureRun, review: Review, document: DocumentKind, section: string): boolean {
  const text = sectionTextOf(review.model.documents[document], section);
  if (text === undefined) return true;
  const name = sectionName(run, document, section);
  return run.owned.has(`${name} ${textHash(text)}`) || run.journal.hasWritten(name, textHash(text));
}

/** Allows a section's present text to be written over. */
export function own(run: FeatureRun, document: DocumentKind, section: string, text: string): void {
  run.owned.add(`${sectionName(run, document, section)} ${textHash(text)}`);
}
