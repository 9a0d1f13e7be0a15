import { type FrontMatter, type MarkdownDocument, readMarkdown, type Section } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import type { Catalogue, Pattern, PatternEntry, PatternFile } from "../types.ts";
import { documentSections, fieldOf, isPatternDocument, noticeOf } from "./document.ts";
import { readPatterns } from "./read.ts";
import { unwrittenParts } from "./unwritten.ts";

/**
 * Reads a catalogue from the texts of its files.
 *
 * @param sources the files of patterns, by path
 * @param index the page that lists them, where there is one
 * @param others patterns beside it that its entries may name: the shipped ones
 */
export function readCatalogue(
  sources: readonly { file: string; text: string }[],
  index?: { file: string; text: string },
  others: readonly Pattern[] = [],
): Catalogue {
  return {
    others: [...others],
    files: sources.map(({ file, text }) => readFile(file, text)),
    ...(index && { index: readIndex(index) }),
  };
}

/** Parts of the page that lead to patterns, and do not list them. */
const WAYS = ["quicklinks", "forengineers", "categories"];

function readIndex({ file, text: raw }: { file: string; text: string }): NonNullable<Catalogue["index"]> {
  const document = readMarkdown(raw);
  const { text, sections, frontMatter } = document;
  const heading = sections.find(({ depth }) => depth === 1);
  const body = text.slice(heading?.heading.end ?? frontMatter.span?.end ?? 0).trim();
  return { file, text, title: heading?.title ?? "", body, links: listedIn(document) };
}

function listedIn({ links, allSections }: MarkdownDocument): string[] {
  const ways = allSections.filter(({ title }) => WAYS.includes(nameKey(title))).map(({ span }) => span);
  return links.filter(({ span }) => !ways.some(({ start, end }) => span.start >= start && span.end <= end)).map(({ url }) => url);
}

function readFile(file: string, text: string): PatternFile {
  const document = readMarkdown(text);
  const { frontMatter, allSections } = document;
  const patterns = readPatterns(document, file);
  const isDocument = isPatternDocument(document);
  const sections = allSections.filter(({ depth }) => depth === 2);
  const about = allSections.find(({ depth }) => depth === 1)?.paragraphs[0]?.text ?? "";
  return {
    file,
    form: isDocument ? "document" : "entry",
    about: isDocument ? "" : about,
    frontMatter: { ...frontMatter.data },
    problem: problemOf(frontMatter),
    entries: patterns.map((pattern, index) =>
      isDocument ? documentEntry(pattern, document) : readEntry(pattern, sections[index], document),
    ),
  };
}

function problemOf({ span, problem }: FrontMatter): string | undefined {
  return problem?.reason ?? (span ? undefined : "there is none");
}

function readEntry(pattern: Pattern, section: Section | undefined, { links }: MarkdownDocument): PatternEntry {
  const field = (label: string) => section?.fields.find((each) => nameKey(each.label) === nameKey(label));
  const replaced = field("Replaced by");
  return {
    pattern,
    parts: [
      ...(section?.fields.filter((each) => each.value.text !== "").map(({ label }) => label) ?? []),
      ...(section?.sections.filter(isFilled).map(({ title }) => title) ?? []),
    ],
    unwritten: unwrittenParts(section?.fields ?? [], section?.sections ?? []),
    ...shapeOf(section?.sections ?? []),
    replacement: replaced?.value.text ?? "",
    replacementUrl: replaced && links.find(({ span }) => span.start >= replaced.span.start && span.end <= replaced.span.end)?.url,
    migration: field("Migration")?.value.text ?? "",
  };
}

function documentEntry(pattern: Pattern, document: MarkdownDocument): PatternEntry {
  const sections = documentSections(document);
  const { replacement } = noticeOf(document);
  const evolution = sections.find(({ title }) => ["evolution", "migration"].includes(nameKey(title)));
  return {
    pattern,
    parts: sections.filter(isFilled).map(({ title }) => title),
    unwritten: unwrittenParts([], sections),
    ...shapeOf(sections),
    replacement: replacement ?? "",
    replacementUrl: replacement,
    migration: fieldOf(document, "Migration")?.value.text || (evolution && isFilled(evolution) ? evolution.title : ""),
  };
}

function shapeOf(parts: readonly Section[]): Pick<PatternEntry, "drawn" | "stepped" | "coded"> {
  const blocks = parts.flatMap(allBlocks);
  const implementation = parts.find(({ title }) => /^implementation/i.test(title));
  return {
    drawn: blocks.some(({ language }) => language === "mermaid"),
    stepped: implementation !== undefined && (implementation.sections.length > 0 || implementation.lists.some(({ ordered }) => ordered)),
    coded: blocks.some(({ language }) => language !== "mermaid"),
  };
}

function allBlocks({ blocks, sections }: Section): Section["blocks"] {
  return [...blocks, ...sections.flatMap(allBlocks)];
}

function isFilled(part: Section): boolean {
  const own = part.paragraphs.length + part.lists.length + part.tables.length + part.blocks.length + part.fields.length;
  return own > 0 || part.sections.length > 0;
}
