import { type DocumentKind, OUTPUT_KINDS } from "../config/config.ts";
import { wordFor } from "../context/standard-words.ts";
import { derivedSections } from "../feature/derived.ts";
import type { Section } from "../markdown/index.ts";
import { titleKey } from "../text/names.ts";
import { withChildren } from "./documents/align.ts";
import type { AlignedDocument, Alignment, CodeFound, Diagram, Model, Place } from "./types.ts";

/** Questions that several checks, and the guide, ask of a model. */

/** @returns the outputs that are there and could be read. */
export function outputs(model: Model): AlignedDocument[] {
  return OUTPUT_KINDS.flatMap((kind) => model.documents[kind] ?? []);
}

/** @returns the path that a kind of document has in this feature, whether or not it exists. */
export function fileOf(model: Model, kind: DocumentKind): string {
  return `${model.feature.folder}/${model.files[kind]}`;
}

/** @returns the place of a file as a whole. */
export function topOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

/** @returns the sections that an author has written: without those that groundplan derives from the others */
export function authoredSections({ markdown }: AlignedDocument): Section[] {
  const derived = derivedSections(markdown).map(({ span }) => span);
  return [
    markdown.preamble,
    ...markdown.allSections.filter(({ span }) => derived.every(({ start, end }) => span.start < start || span.start >= end)),
  ];
}

/** @returns every section of a document's template with how it stands, parents first. */
export function allAlignments(document: AlignedDocument): Alignment[] {
  return document.alignments.flatMap(withChildren);
}

/** Where a missing section should stand: the heading before which it belongs, or its parent's, or the top. */
export function expectedPlace(document: AlignedDocument, siblings: readonly Alignment[], missing: Alignment, parent?: Alignment): Place {
  const next = siblings.slice(siblings.indexOf(missing) + 1).find(({ sections }) => sections.length > 0)?.sections[0];
  const anchor = next ?? parent?.sections[0] ?? document.markdown.allSections.at(-1);
  return anchor ? document.place(anchor.heading) : topOf(document.file);
}

/**
 * @returns whether headings may stand below a section that is not their own: another one that the template asks for is not found. What
 * has nothing of a record is no record then.
 */
export function isUnsettled(document: AlignedDocument): boolean {
  return document.alignments.some(({ required, sections }) => required && sections.length === 0);
}

/** @returns whether a document keeps to its template: at least half of the sections that it asks for stand under its own headings */
export function followsTemplate({ alignments }: AlignedDocument): boolean {
  const asked = alignments.filter(({ required, template }) => required && !template.repeated);
  const own = asked.filter(({ template, sections }) => sections.some(({ title }) => titleKey(title) === titleKey(template.title)));
  return own.length * 2 >= asked.length;
}

/** @returns whether a section that the template asks for, and that holds one of some families of facts, is not there */
export function lacksFamily(document: AlignedDocument, families: readonly string[]): boolean {
  return allAlignments(document).some(
    ({ template, required, sections }) => required && sections.length === 0 && families.includes(template.facts ?? ""),
  );
}

/** @returns what a document's template calls a label or a column of a family of facts, which checks know by its standard name */
export function wordIn({ families }: AlignedDocument, facts: string, standard: string): string {
  const template = families.get(facts)?.[0]?.template;
  return template ? wordFor(template, standard) : standard;
}

/** The kinds of diagram, by the word that they begin with, that draw the parts of a system. */
export const SYSTEM_DIAGRAM = /^(?:flowchart|graph|C4Context|C4Container|C4Component|C4Deployment|architecture|block)(?:-\w+)?$/;

/** @returns the diagrams of the architecture that draw the system's parts. */
export function systemDiagrams({ diagrams }: Model): Diagram[] {
  return diagrams.filter(({ document, type }) => document === "architecture" && SYSTEM_DIAGRAM.test(type));
}

/** A cell or value that says nothing: empty, a dash, a question mark. */
export function saysNothing(text: string | undefined): boolean {
  return text === undefined || /^[\s\-–—?.…]*$/.test(text);
}

/** @returns the code of some kinds that stands outside of refused blocks: the first on each line, cut to what a message can hold. */
export function codeFound({ code }: Model, kinds: readonly CodeFound["kind"][]): CodeFound[] {
  const told = new Set<string>();
  return code.flatMap((each) => {
    const line = `${each.place.file}:${each.place.line}`;
    if (!kinds.includes(each.kind) || told.has(line)) return [];
    told.add(line);
    const words = each.found.replace(/\s+/g, " ");
    return { ...each, found: words.length > 60 ? `${words.slice(0, 57)}...` : words };
  });
}
