import type { TemplateSection } from "../../context/types.ts";
import type { MarkdownDocument, Section } from "../../markdown/index.ts";
import { closest, titleKey, unnumbered } from "../../text/names.ts";
import type { Alignment } from "../types.ts";
import { membersOf } from "./members.ts";
import type { IsSection } from "./section-names.ts";

/**
 * Lays a document's outline beside its template: which section stands for which, what is missing,
 * misspelt or out of order. Nothing is judged here.
 *
 * @param applies tells whether a section's condition (`when`) holds for this feature
 * @param isSection tells whether a heading stands for a section of the template, in its words or in others
 */
export function alignDocument(
  document: MarkdownDocument,
  sections: readonly TemplateSection[],
  applies: (when: string) => boolean,
  isSection: IsSection,
): Alignment[] {
  const top = document.sections.flatMap((section) => topOf(section, sections));
  const titles = new Set(sections.flatMap(titlesOf));
  const alignments = alignLevel(sections, top, { all: document.allSections, applies, isSection, titles });
  releaseStrangers(alignments);
  return alignments;
}

/** A section that the template names is no item of the list that it stands in by mistake: it lost its place, or its heading its rank. */
function releaseStrangers(alignments: readonly Alignment[]): void {
  const all = alignments.flatMap(withChildren);
  const named = all.filter(({ template }) => !template.repeated);
  const taken = new Set(named.flatMap(({ sections }) => sections));
  const missing = new Set(
    named.flatMap(({ template, required, sections }) => (required && sections.length === 0 ? [titleKey(template.title)] : [])),
  );
  for (const alignment of all)
    if (alignment.template.repeated)
      alignment.sections = alignment.sections.filter((section) => !taken.has(section) && !missing.has(titleKey(section.title)));
}

function titlesOf({ title, repeated, sections }: TemplateSection): string[] {
  return [...(repeated ? [] : [titleKey(title)]), ...sections.flatMap(titlesOf)];
}

/** @returns an alignment and all below it, in the order of the template */
export function withChildren(alignment: Alignment): Alignment[] {
  return [alignment, ...alignment.children.flatMap(withChildren)];
}

/** Below a document's title stand its sections; one at the title's own level does not hold those that follow it. */
function topOf(section: Section, templates: readonly TemplateSection[]): Section[] {
  if (section.depth > 1) return [section];
  if (!matchesAny(section, templates)) return section.sections;
  const following = section.sections.filter((below) => matchesAny(below, templates));
  return [{ ...section, sections: section.sections.filter((below) => !following.includes(below)) }, ...following];
}

function matchesAny(section: Section, sections: readonly TemplateSection[]): boolean {
  return sections.some((template) => titleKey(template.title) === titleKey(section.title));
}

/** What an alignment works with on every level. */
interface Whole {
  /** Where a section that left its parent may be found. */
  all: readonly Section[];
  applies: (when: string) => boolean;
  isSection: IsSection;
  /** What the template names, on every level. */
  titles: ReadonlySet<string>;
}

/** Aligns the sections of one level. */
function alignLevel(templates: readonly TemplateSection[], present: readonly Section[], whole: Whole): Alignment[] {
  const named = templates.filter((template) => !template.repeated);
  const found = new Map(named.map((template) => [template, sectionsFor(template, named, present, whole)]));
  const matched = new Set([...found.values()].flat());
  const unmatched = present.filter((section) => !matched.has(section));
  const alignments = templates.map((template) => alignOne(template, found.get(template) ?? unmatched, whole));
  markMisspelt(alignments, unmatched);
  markMisplaced(alignments.filter(({ template }) => !template.repeated));
  return alignments;
}

/** The template's own words count first; other words where no heading has these, and none of them names another section. */
function sectionsFor(
  template: TemplateSection,
  named: readonly TemplateSection[],
  present: readonly Section[],
  { isSection }: Whole,
): Section[] {
  const exact = present.filter(({ title }) => titleKey(title) === titleKey(template.title));
  if (exact.length > 0) return exact;
  return present.filter(({ title }) => isSection(template, title) && !named.some((other) => titleKey(other.title) === titleKey(title)));
}

/** A word alone may head anything elsewhere, save a part of the document of its own. */
function elsewhereFor(template: TemplateSection, { all, isSection }: Whole): Section[] {
  const exact = all.filter(({ title }) => titleKey(title) === titleKey(template.title));
  return exact.length > 0
    ? exact
    : all.filter(({ title, depth }) => (depth === 2 || /\S\s+\S/.test(unnumbered(title))) && isSection(template, title));
}

function alignOne(template: TemplateSection, sections: Section[], whole: Whole): Alignment {
  const { applies } = whole;
  const elsewhere = sections.length === 0 && !template.repeated && template.depth > 2 ? elsewhereFor(template, whole) : [];
  const { sections: found, unread } = membersOf(template, sections.length > 0 ? sections : elsewhere.slice(0, 1), whole.titles);
  const repeated = template.sections.find((child) => child.repeated);
  const children = alignLevel(
    template.sections,
    found.flatMap((section) => section.sections),
    // A part of what nobody has to write stands for nothing outside of it.
    found.length === 0 && template.optional && template.when === undefined ? { ...whole, all: [] } : whole,
  );
  for (const child of children) if (child.template === repeated) child.tables = found.flatMap((section) => section.tables);
  const required = template.when === undefined ? !template.optional : applies(template.when);
  return { template, sections: found, tables: [], required, children, ...(unread.length > 0 && { unread }) };
}

/** A heading that matches nothing and is close to a missing one is taken for its misspelling. */
function markMisspelt(alignments: readonly Alignment[], unmatched: readonly Section[]): void {
  const free = [...unmatched];
  for (const alignment of alignments) {
    if (alignment.template.repeated || alignment.sections.length > 0) continue;
    const title = closest(
      alignment.template.title,
      free.map((section) => unnumbered(section.title)),
    );
    const index = free.findIndex((section) => unnumbered(section.title) === title);
    if (index !== -1) alignment.misspelt = free.splice(index, 1)[0];
  }
}

/** Of the sections that are there, the longest run in the template's order stands; the others are misplaced. */
function markMisplaced(alignments: readonly Alignment[]): void {
  const present = alignments.filter(({ sections }) => sections.length > 0);
  const kept = longestRun(present.map(({ sections }) => sections[0]?.span.start ?? 0));
  for (const [index, alignment] of present.entries()) {
    if (kept.has(index)) continue;
    const before = present.slice(0, index).findLast((_, earlier) => kept.has(earlier));
    alignment.misplaced = { after: before?.template.title ?? "" };
  }
}

/** @returns the indexes of a longest increasing subsequence. */
function longestRun(values: readonly number[]): Set<number> {
  const best = values.map(() => 1);
  const previous = values.map(() => -1);
  for (let at = 0; at < values.length; at++) {
    for (let before = 0; before < at; before++) {
      if ((values[before] ?? 0) < (values[at] ?? 0) && (best[before] ?? 0) + 1 > (best[at] ?? 0)) {
        best[at] = (best[before] ?? 0) + 1;
        previous[at] = before;
      }
    }
  }
  const run = new Set<number>();
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = previous[at] ?? -1) run.add(at);
  return run;
}
