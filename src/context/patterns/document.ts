import type { MarkdownDocument, Section } from "../../markdown/index.ts";
import { isDay } from "../../text/days.ts";
import { nameKey } from "../../text/names.ts";
import type { Pattern } from "../types.ts";
import { PATTERN_CATEGORIES } from "./metadata.ts";

/**
 * The other form of a pattern: a document of its own, with Overview, Architecture, Implementation, Code Examples, Testing,
 * Common Pitfalls and Related Patterns as headings of the second rank, where an entry has them a rank lower.
 */

/** A part of the document form, under any of the headings that people give it. */
export const DOCUMENT_PARTS = [
  { part: "Overview", headings: ["overview", "summary", "purpose"] },
  { part: "Architecture", headings: ["architecture", "diagram"] },
  { part: "Implementation", headings: ["implementation", "implementationdetails", "implementationsteps"] },
  { part: "Code Examples", headings: ["codeexamples", "codeexample", "examples", "example"] },
  { part: "Testing", headings: ["testing", "tests", "testingstrategies", "testingstrategy"] },
  { part: "Common Pitfalls", headings: ["commonpitfalls", "pitfalls", "antipatterns", "antipatternstoavoid"] },
  { part: "Related Patterns", headings: ["relatedpatterns", "related", "seealso"] },
] as const;

const HEADINGS: readonly string[] = [
  ...DOCUMENT_PARTS.flatMap(({ headings }): readonly string[] => headings),
  "bestpractices",
  "evolution",
  "migration",
];
/** What its last words say is what every pattern is. */
const GENERIC = /\s(?:patterns?|architecture|implementation|flow|design|guide|reference|strategy)$/i;
/** Tags of the form itself: they say nothing of the subject. */
const FORMAL = new Set(["technical", "pattern", "patterns", "architecture", "implementation", "backend"]);

/** @returns whether a file is one pattern, and not a category with an entry for each. */
export function isPatternDocument(document: MarkdownDocument): boolean {
  const found = new Set(document.allSections.filter(({ depth }) => depth === 2).map(({ title }) => nameKey(title)));
  return HEADINGS.filter((heading) => found.has(heading)).length >= 2;
}

/** @returns the heading of the document's title; undefined where it has none */
export function documentTitle({ allSections }: MarkdownDocument): Section | undefined {
  return allSections.find(({ depth }) => depth === 1);
}

/** @returns the document's parts: the sections of the second rank */
export function documentSections({ allSections }: MarkdownDocument): Section[] {
  return allSections.filter(({ depth }) => depth === 2);
}

/** @returns the first part that has one of some headings */
export function documentPart(document: MarkdownDocument, ...headings: readonly string[]): Section | undefined {
  return documentSections(document).find(({ title }) => headings.includes(nameKey(title)));
}

/**
 * Reads a document that is one pattern.
 *
 * @param entry what an entry of the same fields would be, to be completed
 */
export function readPatternDocument(document: MarkdownDocument, file: string): Pattern {
  const { data } = document.frontMatter;
  const heading = documentTitle(document);
  const title = heading?.title ?? String(data.title ?? nameOf(file));
  const slug = heading?.anchor ?? nameOf(file);
  const tags = listOf(data.tags);
  const deprecated = data.status === "deprecated";
  const notice = noticeOf(document);
  const value = (label: string) => fieldOf(document, label)?.value;
  // In braces stand the words of the template.
  const signals = [...listOf(data.signals), ...listOf(value("Signals")?.text)].filter((signal) => !/[{}]/.test(signal));
  const facts = value("Signals")?.codes ?? [];
  return {
    form: "document",
    slug,
    title,
    category: categoryOf(String(data.category ?? ""), tags),
    link: `${file}#${slug}`,
    fits: value("Fits")?.text || firstSentence(documentPart(document, "overview", "summary", "purpose")),
    signals: signals.length > 0 ? signals.filter((signal) => !facts.includes(signal)) : impliedSignals(title, tags),
    facts,
    asked: listOf(value("Asked as")?.text?.replaceAll(";", ",")),
    obliges: [],
    tags,
    migrationDate: dayOf(data.migration_date),
    text: documentSections(document)
      .filter(({ title: part }) => !["relatedpatterns", "related", "seealso", "evolution"].includes(nameKey(part)))
      .map((section) => document.prose.slice(section.heading.end, section.span.end).replace(/\s+/g, " ").trim())
      .join("\n"),
    status: deprecated ? "deprecated" : "current",
    ...(deprecated && { deprecatedSince: dayOf(data.deprecated_since) ?? dayIn(notice.text) ?? dayOf(data.last_updated) }),
    ...(deprecated && notice.replacement !== undefined && { replacedBy: targetOf(notice.replacement) }),
    place: { file, line: heading?.heading.line ?? 1, column: heading?.heading.column ?? 1 },
  };
}

/** What stands between the title and the first part: where a deprecation is told, with the link to what replaces it. */
export function noticeOf(document: MarkdownDocument): { text: string; replacement?: string } {
  const from = documentTitle(document)?.heading.end ?? document.frontMatter.span?.end ?? 0;
  const to = documentSections(document)[0]?.span.start ?? document.text.length;
  const linked = document.links.find(({ span, image }) => !image && span.start >= from && span.end <= to)?.url;
  const named = document.frontMatter.data.replaced_by;
  const link = typeof named === "string" && named.trim() !== "" ? (/\(([^)\s]{1,300})\)/.exec(named)?.[1] ?? named.trim()) : linked;
  return { text: document.text.slice(from, to), ...(link !== undefined && { replacement: link }) };
}

/** @returns the slug, or the name of the file, that a link to a pattern leads to */
export function targetOf(url: string): string {
  const [path = "", fragment] = url.split("#");
  return fragment || nameOf(path);
}

/** @returns whether a pattern bears a slug, or is the document of that file name */
export function isPatternNamed(pattern: Pattern, name: string): boolean {
  return pattern.slug === name || (pattern.form === "document" && nameOf(pattern.place.file) === name);
}

/** @returns the labelled field of the document, wherever it stands above its last part */
export function fieldOf(document: MarkdownDocument, label: string) {
  const sections = [document.preamble, ...document.allSections.filter(({ depth }) => depth <= 2)];
  return sections.flatMap(({ fields }) => fields).find((field) => nameKey(field.label) === nameKey(label));
}

/** @returns the day that a value of the front matter names, as YYYY-MM-DD */
export function dayOf(value: unknown): string | undefined {
  const text = String(value ?? "").trim();
  return isDay(text) ? text : undefined;
}

function dayIn(text: string): string | undefined {
  return /\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0];
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.md$/, "");
}

/** A category of the catalogue where a tag is one; otherwise the tag that names the domain. */
function categoryOf(stated: string, tags: readonly string[]): string {
  if (stated !== "") return stated;
  const known = tags.find((tag) => (PATTERN_CATEGORIES as readonly string[]).includes(tag.toLowerCase()));
  return (known ?? tags.find((tag) => !FORMAL.has(tag.toLowerCase())) ?? "general").toLowerCase();
}

/** Without signals of its own, its name calls for it, in the longer and the shorter form: "job processing flow", "job processing". */
function impliedSignals(title: string, tags: readonly string[]): string[] {
  const parts = title.split(/\s(?:&|and|\/|\+)\s|[,;:]\s/).map((part) => part.trim().toLowerCase());
  const shorter = parts.flatMap((part) => (GENERIC.test(part) ? [part.replace(GENERIC, "")] : []));
  const phrases = tags.filter((tag) => !FORMAL.has(tag.toLowerCase())).map((tag) => tag.toLowerCase().replace(/[-_]/g, " "));
  const telling = [...parts, ...shorter, ...phrases].filter((phrase) => /\s/.test(phrase) || phrase === title.toLowerCase());
  return [...new Set(telling)].filter(Boolean);
}

function listOf(value: unknown): string[] {
  const entries = Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(",") : [];
  return entries.map((entry) => entry.trim().replace(/\.$/, "")).filter(Boolean);
}

function firstSentence(section: Section | undefined): string {
  const text = section?.paragraphs.find((paragraph) => paragraph.text !== "")?.text ?? section?.lists[0]?.items[0]?.text ?? "";
  const end = text.search(/[.!?](?:\s|$)/);
  return (end === -1 ? text : text.slice(0, end + 1)).replace(/\s+/g, " ").slice(0, 300);
}
