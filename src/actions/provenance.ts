import { OUTPUT_KINDS, type OutputKind } from "../config/config.ts";
import { readFeature } from "../feature/read-feature.ts";
import type { FeatureDocument, FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { setFrontMatter, topSections, withMark } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { briefFor } from "../guide/section-brief.ts";
import type { Review } from "../review/feature.ts";
import { shortHash, textHash } from "../text/hash.ts";
import { titleKey } from "../text/names.ts";

/** The key of the front matter that says what each generated section was written from. */
const FIELD = "generated";

/** What a generated section was written from, and what was written. Each is a short hash. */
export interface Origin {
  /** The facts of the inputs that its brief gave. */
  facts: string;
  /** The requirements that it mentions, with their words. */
  requirements: string;
  /** Its text, as it was written. */
  text: string;
}

/** How a section stands that `generate` once wrote. */
export interface SectionState {
  document: OutputKind;
  section: string;
  /** A person has changed it since. */
  edited: boolean;
  /** What it was written from has changed since. */
  stale: boolean;
}

/** @returns the Markdown below the heading of a top section; undefined where the document has no such section. */
export function sectionTextOf(document: FeatureDocument | undefined, title: string): string | undefined {
  const section = document && topSections(document.markdown).find((candidate) => titleKey(candidate.title) === titleKey(title));
  return section && document.markdown.text.slice(section.heading.end, section.span.end);
}

/** @returns what a section is, or would be, written from, as the inputs stand. */
export function inputsOf(review: Review, kind: OutputKind, title: string): Omit<Origin, "text"> {
  const brief = briefFor(review, kind, title);
  const facts = brief ? [brief.facts.filter(({ code }) => !code).map(({ label, items }) => [label, items]), brief.links] : [];
  return { facts: shortHash(JSON.stringify(facts)), requirements: shortHash(JSON.stringify(mentionedIn(review, kind, title))) };
}

function mentionedIn({ model }: Review, kind: OutputKind, title: string): string[] {
  const span = model.documents[kind]?.alignments.find(({ template }) => template.title === title)?.sections[0]?.span;
  if (!span) return [];
  const inside = model.mentions.filter(({ document, place }) => document === kind && place.line >= span.line && place.line < span.endLine);
  const ids = new Set(inside.map(({ id }) => id));
  return model.requirements.filter(({ id }) => ids.has(id)).map(({ id, text }) => `${id} ${text}`);
}

/** @returns the origins that a document's front matter records, by the key of the section's title. */
export function originsOf(document: FeatureDocument | undefined): Map<string, Origin> {
  const entries = document?.markdown.frontMatter.data[FIELD];
  const lines = Array.isArray(entries) ? entries.filter((entry) => typeof entry === "string") : [];
  return new Map(
    lines.flatMap((line): [string, Origin][] => {
      const [section, facts, requirements, text] = line.split(" ");
      return section && facts && requirements && text ? [[section, { facts, requirements, text }]] : [];
    }),
  );
}

/** Records in the front matter what sections were written from, by their titles; every other line stays as it is. */
export function recordOrigins(workspace: Workspace, key: FeatureKey, kind: OutputKind, written: ReadonlyMap<string, Origin>): void {
  const document = readFeature(workspace, key).documents[kind];
  if (!document || written.size === 0) return;
  const origins = originsOf(document);
  for (const [title, origin] of written) origins.set(titleKey(title), origin);
  const lines = [...origins].map(([section, { facts, requirements, text }]) => `${section} ${facts} ${requirements} ${text}`);
  const text = setFrontMatter(document.markdown, { [FIELD]: lines });
  if (text !== document.markdown.text) writeText(workspace, document.file, withMark(document.markdown, text), document.revision);
}

/**
 * Says how each section stands that `generate` once wrote. For one that a person has edited, only the facts count:
 * which requirements it was first written from is no longer to be seen.
 */
export function sectionStates(review: Review): SectionState[] {
  return OUTPUT_KINDS.flatMap((kind) => {
    const document = review.model.documents[kind];
    const origins = originsOf(document);
    return (document?.alignments ?? []).flatMap(({ template: { title } }): SectionState[] => {
      const origin = origins.get(titleKey(title));
      const text = sectionTextOf(document, title);
      if (!origin || text === undefined) return [];
      const now = inputsOf(review, kind, title);
      const edited = textHash(text) !== origin.text;
      const stale = now.facts !== origin.facts || (!edited && now.requirements !== origin.requirements);
      return [{ document: kind, section: title, edited, stale }];
    });
  });
}
