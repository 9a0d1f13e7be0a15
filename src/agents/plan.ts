import {
  type Context,
  closest,
  findingsIn,
  inputsOf,
  KnownError,
  OUTPUT_KINDS,
  type OutputKind,
  originsOf,
  type Review,
  sectionTextOf,
  shortHash,
  textHash,
  titleKey,
  wantedSections,
} from "../core.ts";
import type { SectionResult } from "./events.ts";
import { composeDocument } from "./outline/compose.ts";
import { countGaps } from "./outline/markdown.ts";

/** What is to become of one section. */
export interface PlannedSection {
  document: OutputKind;
  section: string;
  /** The step's name in the journal: it changes when the inputs of the section do. */
  step: string;
  /** What the outline author composes from the inputs; empty where these say nothing. */
  draft: string;
  /** The text that stands there now. */
  present: string | undefined;
  /** What is to be decided in the text that stands there, or else in the draft. */
  gaps: number;
  /** Composed sections follow from the inputs and need no call; kept ones stay as they are. */
  action: "write" | "compose" | "keep";
  /** Why it is kept. */
  kept?: Extract<SectionResult, "up-to-date" | "yours">;
}

/** Families of facts whose sections follow from the files alone. */
const COMPOSED = new Set(["related-documents"]);

/**
 * Plans a feature without a model: which sections are written, which stay.
 *
 * @param rewrite titles of sections to write although a person has changed them; `all` for every one
 * @param wroteInRun whether the run that goes on has written such a text into a section
 */
export function planFeature(
  review: Review,
  rewrite: readonly string[],
  wroteInRun: (document: OutputKind, section: string, hash: string) => boolean,
): PlannedSection[] {
  const requirements = shortHash(review.model.requirements.map(({ id, text }) => `${id} ${text}`).join("\n"));
  return OUTPUT_KINDS.flatMap((document) => {
    const drafts = new Map(composeDocument(review.model, document).map(({ section, body }) => [section, body]));
    const wanted = new Set([...wantedSections(review, document), ...drafts.keys()]);
    return review.model.context.templates[document].sections
      .filter(({ title }) => wanted.has(title))
      .map(({ title, facts = "" }): PlannedSection => {
        const present = sectionTextOf(review.model.documents[document], title);
        const draft = drafts.get(title) ?? "";
        const kept = present === undefined ? undefined : keepReason(review, { document, title, present, draft }, rewrite, wroteInRun);
        const step = `${document}: ${title} ${inputsOf(review, document, title).facts}${requirements}`;
        const action = kept ? "keep" : COMPOSED.has(facts) && draft !== "" ? "compose" : "write";
        const gaps = countGaps(present ?? draft);
        return { document, section: title, step, draft, present, gaps, action, ...(kept && { kept }) };
      });
  });
}

/**
 * Makes sure that what is to be rewritten exists.
 *
 * @throws KnownError (`section`) for a title that neither template has
 */
export function requireSections({ templates }: Context, rewrite: readonly string[]): void {
  const titles = OUTPUT_KINDS.flatMap((kind) => templates[kind].sections.map(({ title }) => title));
  const unknown = rewrite.find((name) => name !== "all" && !titles.some((title) => titleKey(title) === titleKey(name)));
  if (unknown === undefined) return;
  const suggestion = closest(unknown, titles);
  throw new KnownError(
    "section",
    `no section "${unknown}" to rewrite`,
    `${suggestion ? `Did you mean ${suggestion}? ` : ""}The sections are: ${[...new Set(titles)].join(", ")}.`,
  );
}

interface Standing {
  document: OutputKind;
  title: string;
  present: string;
  draft: string;
}

function keepReason(
  review: Review,
  { document, title, present, draft }: Standing,
  rewrite: readonly string[],
  wroteInRun: (document: OutputKind, section: string, hash: string) => boolean,
): PlannedSection["kept"] {
  if (rewrite.some((name) => name === "all" || titleKey(name) === titleKey(title))) return undefined;
  const hash = textHash(present);
  const origin = originsOf(review.model.documents[document]).get(titleKey(title));
  if (origin?.text === hash) {
    const now = inputsOf(review, document, title);
    const fresh = now.facts === origin.facts && now.requirements === origin.requirements;
    return fresh && findingsIn(review, document, title).length === 0 ? "up-to-date" : undefined;
  }
  const isDraft = hash === textHash(draft);
  return isDraft || wroteInRun(document, title, hash) ? undefined : "yours";
}
