import type { OutputKind } from "../config/config.ts";
import type { Context, TemplateSection } from "../context/types.ts";
import { formatKey } from "../feature/key.ts";
import { readFeature } from "../feature/read-feature.ts";
import type { FeatureDocument, FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { placeSection, topSections, withMark } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { byTime } from "../guide/pending.ts";
import { type MarkdownDocument, readMarkdown } from "../markdown/index.ts";
import { sectionNames } from "../model/documents/section-names.ts";
import { type Review, review } from "../review/feature.ts";
import { findingsIn } from "../review/section-findings.ts";
import { closest, titleKey } from "../text/names.ts";
import { copyCitedPatterns } from "./copy-patterns.ts";

/** What authors write: both outputs, and the research report that the outputs need. */
export type WritableKind = OutputKind | "research";

/** One section that an author hands in. */
export interface SectionText {
  key: FeatureKey;
  document: WritableKind;
  /** The title of a top section of the template. */
  section: string;
  /** Markdown below the heading. */
  body: string;
  /** Further sections of the template may follow in the body, under headings of the second rank. */
  several?: boolean;
  /** The revision that the author has read. */
  revision: string;
}

export interface Written {
  file: string;
  revision: string;
  review: Review;
  /** The findings that stand in the written section, and are to be mended now. */
  findings: WordedFinding[];
  /** What refers to a section that is not written yet. */
  pending: WordedFinding[];
  /** The pages of patterns that were put into the project, since it links to them. */
  patterns: string[];
}

/** What was written of sections. */
export interface WrittenSections extends Written {
  /** Their titles, as the template has them. */
  sections: string[];
}

/**
 * Writes a section, or several at once, and checks what was written: the one way in which assistants and agents write.
 *
 * @throws KnownError `unknown-section`, `not-started`, `heading-rank`, `open-block`, `empty-body`, `twice`, `stale-revision`, `cannot-write`
 */
export function writeSection(
  workspace: Workspace,
  context: Context,
  { key, document: kind, section, body, several = false, revision }: SectionText,
): WrittenSections {
  const feature = readFeature(workspace, key);
  const template = context.templates[kind];
  const titles = template.sections.map(({ title }) => title);
  const title = titles.find((candidate) => titleKey(candidate) === titleKey(section));
  if (title === undefined) throw unknownSection(section, titles);
  const present = started(feature.documents[kind], key);
  const parts = several ? sectionsIn(body, titles, title) : [{ title, body }];
  parts.forEach(refuseEmpty);
  refuseTwice(parts.map((part) => part.title));
  const text = parts.reduce((before, part, index) => {
    const markdown = index === 0 ? present.markdown : readMarkdown(before);
    return placeSection(markdown, titles, part.title, part.body, underOtherWords(markdown, template.sections, part.title, context));
  }, present.markdown.text);
  const written = writeText(workspace, present.file, withMark(present.markdown, text), revision);
  const { after, patterns } = reviewWithPatterns(workspace, context, key);
  const sections = parts.map((part) => part.title);
  const found = [...new Set(sections.flatMap((each) => findingsIn(after, kind, each)))];
  const { now: findings, pending } = byTime(after, found);
  return { file: present.file, revision: written, review: after, findings, pending, patterns, sections };
}

/** A body goes on with another section of the template where a heading of the second rank names one. */
function sectionsIn(body: string, titles: readonly string[], title: string): { title: string; body: string }[] {
  const others = readMarkdown(body).allSections.flatMap(({ depth, title: heading, heading: { start, end } }) => {
    const named = titles.find((candidate) => titleKey(candidate) === titleKey(heading));
    return depth === 2 && named !== undefined && named !== title ? [{ title: named, start, end }] : [];
  });
  const ends = [...others.map(({ start }) => start), body.length];
  return [{ title, end: 0 }, ...others].map((part, index) => ({ title: part.title, body: body.slice(part.end, ends[index]) }));
}

function refuseTwice(titles: readonly string[]): void {
  const title = titles.find((each, index) => titles.indexOf(each) < index);
  if (title === undefined) return;
  throw new KnownError("twice", `unexpected second section "${title}" in one write`, "Send each section once. Nothing was written.");
}

function refuseEmpty({ title, body }: { title: string; body: string }): void {
  if (body.trim() !== "") return;
  throw new KnownError(
    "empty-body",
    `unexpected empty body for the section "${title}"`,
    "Send the section's Markdown; what is there now is unchanged.",
  );
}

/** @returns the section that a team heads in words of its own. */
function underOtherWords(markdown: MarkdownDocument, sections: readonly TemplateSection[], title: string, { lexicon }: Context) {
  const isSection = sectionNames(lexicon);
  const template = sections.find((section) => section.title === title);
  return topSections(markdown).find(
    (section) =>
      template !== undefined &&
      isSection(template, section.title) &&
      !sections.some((other) => other.title !== title && titleKey(other.title) === titleKey(section.title)),
  );
}

/** @returns the review of what was written, after the pages of patterns that it links to were put beside it, and these pages */
export function reviewWithPatterns(workspace: Workspace, context: Context, key: FeatureKey): { after: Review; patterns: string[] } {
  const after = review(readFeature(workspace, key), context);
  const patterns = copyCitedPatterns(workspace, after);
  return { after: patterns.length === 0 ? after : review(readFeature(workspace, key), context), patterns };
}

function unknownSection(section: string, titles: readonly string[]): KnownError {
  const suggestion = closest(section, titles);
  return new KnownError(
    "unknown-section",
    `unexpected section "${section}"`,
    `${suggestion ? `Did you mean "${suggestion}"? ` : ""}The sections are: ${titles.join("; ")}.`,
  );
}

/** @throws KnownError (`not-started`) where an output is not there yet. */
export function started(document: FeatureDocument | undefined, key: FeatureKey): FeatureDocument {
  if (document) return document;
  throw new KnownError(
    "not-started",
    `the outputs of ${formatKey(key)} have not been started`,
    "Start the feature first (start_feature, or `groundplan new`): it creates both documents with their front matter.",
  );
}
