import { type MarkdownDocument, readMarkdown, type Section } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import type { Obligation, Pattern } from "../types.ts";
import { dayOf, isPatternDocument, readPatternDocument } from "./document.ts";

/**
 * Reads the patterns of one file of the catalogue. In a file of a category each heading of the second rank is one, with the
 * labelled fields below it; a document that has the parts of a pattern at that rank is one as a whole.
 *
 * @param file the file's path as documents link to it, relative to the workspace
 */
export function parsePatterns(text: string, file: string): Pattern[] {
  return readPatterns(readMarkdown(text), file);
}

/** As {@link parsePatterns}, of a file that was parsed before. */
export function readPatterns(document: MarkdownDocument, file: string): Pattern[] {
  if (isPatternDocument(document)) return [readPatternDocument(document, file)];
  const category = String(document.frontMatter.data.category ?? "");
  const tags = Array.isArray(document.frontMatter.data.tags) ? document.frontMatter.data.tags.map(String) : [];
  return document.allSections
    .filter(({ depth }) => depth === 2)
    .map((section) => {
      const field = (label: string) => section.fields.find((candidate) => nameKey(candidate.label) === nameKey(label))?.value;
      const value = (label: string) => field(label)?.text ?? "";
      const facts = field("Signals")?.codes ?? [];
      return {
        form: "entry" as const,
        slug: section.anchor,
        title: section.title,
        category,
        link: `${file}#${section.anchor}`,
        fits: value("Fits"),
        signals: entriesOf(value("Signals"), ",").filter((signal) => !facts.includes(signal) && !/[{}]/.test(signal)),
        facts,
        asked: entriesOf(value("Asked as"), ";").filter((question) => !/[{}]/.test(question)),
        obliges: entriesOf(value("Obliges"), ";").flatMap(readObligation),
        tags,
        migrationDate: dayOf(value("Migration date") || document.frontMatter.data.migration_date),
        text: textOf(section, document),
        status: /^deprecated\b/i.test(value("Status")) ? ("deprecated" as const) : ("current" as const),
        deprecatedSince: /\b\d{4}-\d{2}-\d{2}\b/.exec(value("Status"))?.[0],
        replacedBy: /\((?:[\w.-]{1,200}\.md)?#([^)\s]{1,300})\)/.exec(field("Replaced by")?.source ?? "")?.[1],
        place: { file, line: section.heading.line, column: section.heading.column },
      };
    });
}

/** @returns the entries of a list in prose, without the full stop at its end. */
function entriesOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((entry) => entry.trim().replace(/\.$/, ""))
    .filter(Boolean);
}

/** `threshold (threshold, failure rate)`: a name, and the words that count as saying it; without words, the name itself. */
function readObligation(entry: string): Obligation[] {
  const [, name = "", words] = /^([^()]+?)(?<!\s)\s*(?:\(([^()]*)\))?$/.exec(entry) ?? [];
  return name === "" ? [] : [{ name, words: words === undefined ? [name] : entriesOf(words, ",") }];
}

/** What an entry says of itself; what it does not fit and what is related would be found for the wrong questions. */
function textOf({ sections }: Section, { prose }: MarkdownDocument): string {
  return (
    sections
      .filter(({ title }) => !["related", "relatedpatterns", "evolution"].includes(nameKey(title)))
      // Where code stands, prose has blanks of its length.
      .map(({ heading, span }) => prose.slice(heading.end, span.end).replace(/\s+/g, " ").trim())
      .join("\n")
  );
}
