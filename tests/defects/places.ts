import type { Section } from "../../src/markdown/index.ts";
import { allAlignments, outputs } from "../../src/model/query.ts";
import type { AlignedDocument, Alignment, Model, Place } from "../../src/model/types.ts";
import { type Edit, insert } from "./edit.ts";

/** Where defects can be put: each function walks a document and gives every place of a kind. */

/** A required section of the template as it stands in a document. */
export interface Required {
  document: AlignedDocument;
  alignment: Alignment;
  section: Section;
  siblings: readonly Alignment[];
  parent?: Alignment;
}

/** @returns each section that the template requires, of both outputs. */
export function requiredSections(model: Model): Required[] {
  return outputs(model).flatMap((document) => {
    const visit = (siblings: readonly Alignment[], parent?: Alignment): Required[] =>
      siblings.flatMap((alignment) => {
        const [section] = alignment.sections;
        if (alignment.template.repeated || !alignment.required || !section) return [];
        return [{ document, alignment, section, siblings, parent }, ...visit(alignment.children, alignment)];
      });
    return visit(document.alignments);
  });
}

/** @returns each section of both outputs that the template knows, with what the template asks of it. */
export function templatedSections(model: Model): { document: AlignedDocument; alignment: Alignment; section: Section }[] {
  return outputs(model).flatMap((document) =>
    allAlignments(document).flatMap((alignment) => alignment.sections.map((section) => ({ document, alignment, section }))),
  );
}

/** @returns each section of both outputs that has contents of its own. */
export function filledSections(model: Model): { document: AlignedDocument; section: Section }[] {
  return outputs(model).flatMap((document) =>
    document.markdown.allSections
      .filter((section) => document.markdown.text.slice(section.heading.end, ownEnd(section)).trim() !== "")
      .map((section) => ({ document, section })),
  );
}

/** @returns where the contents of a section end and its first subsection begins. */
export function ownEnd(section: Section): number {
  return section.sections[0]?.span.start ?? section.span.end;
}

/** @returns an edit that adds a block at the end of a section's own contents. */
export function append({ markdown }: AlignedDocument, section: Section, block: string): Edit {
  const end = section.heading.end + markdown.text.slice(section.heading.end, ownEnd(section)).trimEnd().length;
  return insert(end, `\n\n${block}`);
}

/** @returns the stretch of a document that a place means. */
export function stretch({ markdown }: AlignedDocument, place: Place): { start: number; end: number } {
  const offset = (line: number, column: number) => {
    let start = 0;
    for (let at = 1; at < line; at++) start = markdown.text.indexOf("\n", start) + 1;
    return start + column - 1;
  };
  return { start: offset(place.line, place.column), end: offset(place.endLine ?? place.line, place.endColumn ?? place.column) };
}

/** @returns a word with one letter of its middle left out, as quick fingers do. */
export function misspell(word: string): string {
  const middle = Math.ceil(word.length / 2);
  return word.slice(0, middle) + word.slice(middle + 1);
}

/** @returns a text whose longest word is misspelt. */
export function misspellLongest(text: string): string {
  const longest = (text.match(/\p{L}+/gu) ?? []).reduce((best, word) => (word.length > best.length ? word : best), "");
  return text.replace(longest, misspell(longest));
}
