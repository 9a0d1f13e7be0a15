import { allAlignments } from "../model/query.ts";
import type { Review } from "../review/feature.ts";
import { closest, unnumbered } from "../text/names.ts";
import { type Edit, type Fix, newlineOf } from "./edits.ts";
import { type Level, levelsTold } from "./level.ts";
import { type Position, positionOf } from "./position.ts";
import { relatedItems } from "./related.ts";
import { headingOf, joined, skeletonOf } from "./skeleton.ts";

const CHECK = "missing-section";

/** Inserts each required section that is missing, as the template's skeleton, where the template's order wants it. */
export function insertSections(review: Review): Fix[] {
  const fixes = new Map<string, Edit[]>();
  for (const level of levelsTold(review, "missing")) {
    if (mayBeThere(level)) continue;
    const position = positionOf(level);
    if (!position.adopts && hasChildren(level)) continue;
    // Sections that belong to one place are laid out together, and inserted all or none.
    const key = `${level.document.file} ${position.offset}`;
    const earlier = fixes.get(key) ?? [];
    fixes.set(key, [...earlier, insertion(level, position, linesOf(review, level, position), earlier, CHECK)]);
  }
  return [...fixes.values()];
}

/** A heading anywhere that stands for nothing else and is close to the missing title may be it, at another rank. */
function mayBeThere({ document, alignment }: Level): boolean {
  const known = allAlignments(document).flatMap(({ template, sections }) => (template.repeated ? [] : sections));
  const strangers = document.markdown.allSections.filter((section) => !known.includes(section));
  return (
    closest(
      alignment.template.title,
      strangers.map(({ title }) => unnumbered(title)),
    ) !== undefined
  );
}

/** Its subsections stand somewhere, and not where one heading would gather them: a person has to move them. */
function hasChildren({ alignment }: Level): boolean {
  return alignment.children.some(({ template, sections }) => !template.repeated && sections.length > 0);
}

function linesOf(review: Review, { document, alignment }: Level, { depth, adopts }: Position): string[] {
  const items = alignment.template.facts === "related-documents" ? relatedItems(review, document) : [];
  return items.length > 0 ? joined([headingOf(alignment.template.title, depth)], items) : skeletonOf(alignment, depth, !adopts);
}

/** The edit that puts a section's lines into a document, with one blank line around them. */
function insertion({ document, alignment }: Level, { offset }: Position, lines: string[], earlier: readonly Edit[], check: string) {
  const { text } = document.markdown;
  const newline = newlineOf(text);
  const before = text.slice(0, offset) + earlier.map((edit) => edit.text).join("");
  const edit: Edit = {
    file: document.file,
    kind: document.kind,
    start: offset,
    end: offset,
    text: gapBefore(before, newline) + lines.join(newline) + newline + (offset === text.length ? "" : newline),
    check,
    title: `Insert the section "${alignment.template.title}"`,
  };
  return edit;
}

function gapBefore(before: string, newline: string): string {
  if (before.trim() === "" || /\n[ \t]*\r?\n$/.test(before)) return "";
  return before.endsWith("\n") ? newline : newline + newline;
}
