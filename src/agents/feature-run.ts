import {
  type Context,
  type DocumentKind,
  type FeatureKey,
  formatKey,
  type Review,
  readFeature,
  review,
  sectionTextOf,
  textHash,
  type Workspace,
} from "../index.ts";
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
}

export function featureRun(run: Run, key: FeatureKey): FeatureRun {
  return { ...run, key, name: formatKey(key), owned: new Set() };
}

/** @returns the feature as it stands on the disk now. */
export function reviewNow({ workspace, context, key }: FeatureRun): Review {
  return review(readFeature(workspace, key), context);
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
