import type { Lexicon } from "../../context/lexicon/types.ts";
import type { TemplateSection } from "../../context/types.ts";
import type { MarkdownDocument, Section, Span } from "../../markdown/index.ts";
import { plainTitle, titleWords } from "../../text/headings.ts";
import { titleKey } from "../../text/names.ts";

/** Tells whether a heading stands for a section of a template. */
export type IsSection = (template: TemplateSection, title: string) => boolean;

/** @returns what tells it: the template's own words, or words by which the lexicon knows what the section holds. */
export function sectionNames(lexicon: Pick<Lexicon, "sections" | "labels">): IsSection {
  return (template, title) => titleKey(template.title) === titleKey(title) || names(lexicon, template, title);
}

/** The family of sections that tell why, and specify nothing. */
const BACKGROUND = "background";

/** @returns the stretches of a document that tell why: background, motivation, alternatives, goals; none that the template asks for */
export function backgroundOf(
  { allSections }: Pick<MarkdownDocument, "allSections">,
  { sections }: Pick<Lexicon, "sections">,
  own: ReadonlySet<Section>,
): Span[] {
  return allSections.flatMap((section) => {
    const { title, depth, span } = section;
    if (own.has(section)) return [];
    const key = titleWords(plainTitle(title)).join(" ");
    return depth > 1 && Object.hasOwn(sections, key) && sections[key]?.includes(BACKGROUND) ? [span] : [];
  });
}

/** A section that holds no family of facts by itself is known by what its title is called as a label. */
function names({ sections, labels }: Pick<Lexicon, "sections" | "labels">, template: TemplateSection, title: string): boolean {
  const { facts, repeated } = template;
  if (repeated) return false;
  const key = titleWords(plainTitle(title)).join(" ");
  if (facts === undefined) return Object.hasOwn(labels, key) && (labels[key]?.includes(template.title) ?? false);
  return Object.hasOwn(sections, key) && (sections[key]?.includes(facts) ?? false);
}
