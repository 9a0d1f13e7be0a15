import type { TemplateSection } from "../context/types.ts";
import type { MarkdownDocument, Section } from "../markdown/index.ts";
import { closest, titleKey, unnumbered } from "../text/names.ts";
import type { Alignment } from "./types.ts";

/**
 * Lays a document's outline beside its template: which section stands for which, what is missing,
 * misspelt or out of order. Nothing is judged here.
 *
 * @param applies tells whether a section's condition (`when`) holds for this feature
 */
export function alignDocument(
  document: MarkdownDocument,
  sections: readonly TemplateSection[],
  applies: (when: string) => boolean,
): Alignment[] {
  const top = document.sections.flatMap((section) =>
    section.depth === 1 && !matchesAny(section, sections) ? section.sections : [section],
  );
  return alignLevel(sections, top, document.allSections, applies);
}

function matchesAny(section: Section, sections: readonly TemplateSection[]): boolean {
  return sections.some((template) => titleKey(template.title) === titleKey(section.title));
}

/** Aligns the sections of one level; `all` is where a section that left its parent may be found. */
function alignLevel(
  templates: readonly TemplateSection[],
  present: readonly Section[],
  all: readonly Section[],
  applies: (when: string) => boolean,
): Alignment[] {
  const named = templates.filter((template) => !template.repeated);
  const byTitle = new Map(named.map((template) => [titleKey(template.title), template]));
  const unmatched = present.filter((section) => !byTitle.has(titleKey(section.title)));
  const alignments = templates.map((template) => {
    const sections = template.repeated ? unmatched : present.filter((section) => titleKey(section.title) === titleKey(template.title));
    return alignOne(template, sections, all, applies);
  });
  markMisspelt(alignments, unmatched);
  markMisplaced(alignments.filter(({ template }) => !template.repeated));
  return alignments;
}

function alignOne(template: TemplateSection, sections: Section[], all: readonly Section[], applies: (when: string) => boolean): Alignment {
  const elsewhere =
    sections.length === 0 && !template.repeated && template.depth > 2
      ? all.filter((section) => titleKey(section.title) === titleKey(template.title))
      : [];
  const found = sections.length > 0 ? sections : elsewhere.slice(0, 1);
  const repeated = template.sections.find((child) => child.repeated);
  const children = alignLevel(
    template.sections,
    found.flatMap((section) => section.sections),
    all,
    applies,
  );
  for (const child of children) if (child.template === repeated) child.tables = found.flatMap((section) => section.tables);
  const required = template.when === undefined ? !template.optional : applies(template.when);
  return { template, sections: found, tables: [], required, children };
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
