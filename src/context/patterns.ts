import { type MarkdownDocument, readMarkdown, type Section } from "../markdown/index.ts";
import { nameKey } from "../names.ts";
import type { Pattern } from "./types.ts";

/**
 * Reads the entries of one file of the catalogue: each heading of the second rank is a pattern, with
 * the labelled fields **Fits** and **Signals** below it.
 *
 * @param file the file's path as documents link to it, relative to the workspace
 */
export function parsePatterns(text: string, file: string): Pattern[] {
  return readPatterns(readMarkdown(text), file);
}

/** As {@link parsePatterns}, of a file that was parsed before. */
export function readPatterns(document: MarkdownDocument, file: string): Pattern[] {
  const category = String(document.frontMatter.data.category ?? "");
  const tags = Array.isArray(document.frontMatter.data.tags) ? document.frontMatter.data.tags.map(String) : [];
  return document.allSections
    .filter(({ depth }) => depth === 2)
    .map((section) => {
      const replacement = section.fields.find(({ label }) => nameKey(label) === "replacedby")?.value.source;
      const value = (label: string) => section.fields.find((field) => nameKey(field.label) === nameKey(label))?.value.text ?? "";
      return {
        slug: section.anchor,
        title: section.title,
        category,
        link: `${file}#${section.anchor}`,
        fits: value("Fits"),
        signals: value("Signals")
          .split(",")
          .map((signal) => signal.trim().replace(/\.$/, ""))
          .filter(Boolean),
        tags,
        text: textOf(section, document),
        status: /^deprecated\b/i.test(value("Status")) ? ("deprecated" as const) : ("current" as const),
        replacedBy: /\(#([^)\s]+)\)/.exec(replacement ?? "")?.[1],
        place: { file, line: section.heading.line, column: section.heading.column },
      };
    });
}

/** What an entry says of itself; what it does not fit and what is related would be found for the wrong questions. */
function textOf({ sections }: Section, { prose }: MarkdownDocument): string {
  return sections
    .filter(({ title }) => nameKey(title) !== "related")
    .map(({ heading, span }) => prose.slice(heading.end, span.end))
    .join("\n");
}
