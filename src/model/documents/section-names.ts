import type { Lexicon } from "../../context/lexicon/types.ts";
import type { TemplateSection } from "../../context/types.ts";
import { plainTitle, titleWords } from "../../text/headings.ts";
import { titleKey } from "../../text/names.ts";

/** Tells whether a heading stands for a section of a template. */
export type IsSection = (template: TemplateSection, title: string) => boolean;

/** @returns what tells it: the template's own words, or words by which the lexicon knows what the section holds. */
export function sectionNames({ sections }: Pick<Lexicon, "sections">): IsSection {
  return (template, title) => titleKey(template.title) === titleKey(title) || names(sections, template, title);
}

function names(sections: Lexicon["sections"], { facts, repeated }: TemplateSection, title: string): boolean {
  if (facts === undefined || repeated) return false;
  const key = titleWords(plainTitle(title)).join(" ");
  return Object.hasOwn(sections, key) && (sections[key]?.includes(facts) ?? false);
}
