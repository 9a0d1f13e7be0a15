import { type FrontMatter, readMarkdown, type Section } from "../markdown/index.ts";
import { nameKey } from "../text/names.ts";
import { parsePatterns } from "./patterns.ts";
import type { Catalogue, Pattern, PatternEntry, PatternFile } from "./types.ts";

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
    ...(index && { index: { file: index.file, links: readMarkdown(index.text).links.map(({ url }) => url) } }),
  };
}

function readFile(file: string, text: string): PatternFile {
  const { frontMatter, allSections } = readMarkdown(text);
  const patterns = parsePatterns(text, file);
  const sections = allSections.filter(({ depth }) => depth === 2);
  return {
    file,
    frontMatter: { ...frontMatter.data },
    problem: problemOf(frontMatter),
    entries: patterns.map((pattern, index) => readEntry(pattern, sections[index])),
  };
}

function problemOf({ span, problem }: FrontMatter): string | undefined {
  return problem?.reason ?? (span ? undefined : "there is none");
}

function readEntry(pattern: PatternEntry["pattern"], section: Section | undefined): PatternEntry {
  const value = (label: string) => section?.fields.find((field) => nameKey(field.label) === nameKey(label))?.value.text ?? "";
  const filled = (part: Section) =>
    part.paragraphs.length + part.lists.length + part.tables.length + part.blocks.length + part.fields.length + part.sections.length > 0;
  return {
    pattern,
    parts: [
      ...(section?.fields.filter((field) => field.value.text !== "").map(({ label }) => label) ?? []),
      ...(section?.sections.filter(filled).map(({ title }) => title) ?? []),
    ],
    drawn: section?.sections.some(({ blocks }) => blocks.some(({ language }) => language === "mermaid")) ?? false,
    replacement: value("Replaced by"),
    migration: value("Migration"),
  };
}
