import type { MarkdownDocument, Section } from "../markdown/index.ts";
import { textHash } from "../text/hash.ts";
import { titleKey } from "../text/names.ts";
import { topSections } from "./writing/edit.ts";

/** The key of the front matter that names the sections which groundplan wrote from the others: `requirementscoverage 1a2b3c4d`. */
export const DERIVED = "derived";

/** @returns the hash of each derived section as it was written, by the key of its title */
export function derivedHashes({ frontMatter }: MarkdownDocument): Map<string, string> {
  const entries = frontMatter.data[DERIVED];
  const lines = Array.isArray(entries) ? entries.filter((entry) => typeof entry === "string") : [];
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [section, hash] = line.split(" ");
      return section && hash ? [[section, hash]] : [];
    }),
  );
}

/**
 * @returns the top sections that follow from the others, and prove nothing; one that a person has edited since is the person's
 */
export function derivedSections(document: MarkdownDocument): Section[] {
  const hashes = derivedHashes(document);
  if (hashes.size === 0) return [];
  return topSections(document).filter((section) => hashes.get(titleKey(section.title)) === textHash(sectionBody(document, section)));
}

/** @returns the Markdown below the heading of a section */
export function sectionBody({ text }: MarkdownDocument, { heading, span }: Section): string {
  return text.slice(heading.end, span.end);
}

/** @returns what an author has written below the front matter, without derived sections, remarks of reviewers and layout */
export function authoredBody(document: MarkdownDocument): string {
  const remarks = document.comments.filter(({ text }) => /^\s*remark\b/i.test(text)).map(({ span }) => span);
  const left = [...derivedSections(document).map(({ span }) => span), ...remarks].sort((a, b) => b.start - a.start);
  const start = document.frontMatter.span?.end ?? 0;
  return left
    .reduce((rest, span) => rest.slice(0, span.start) + rest.slice(span.end), document.text)
    .slice(start)
    .replace(/\s+/g, " ")
    .trim();
}

/** What groundplan records in the front matter by itself, each with the lines of its list; any other status is a person's word. */
const RECORDED =
  /^(?:derived|answered|approved|waived|last_updated|status(?=: *(?:draft|complete) *\n)):[^\n]*\n(?:[ \t]*-[^\n]*\n|[ \t]+[^\n]*\n)*/gm;

/**
 * @returns what an author has written of a document: without the sections that follow from the others, and without what groundplan
 *   records in the front matter. Two texts of which this is the same differ by nothing that a person could lose.
 */
export function authoredText(document: MarkdownDocument): string {
  const derived = derivedSections(document);
  const text = derived.reduceRight((rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end), document.text);
  const head = /^---\n[\s\S]{0,20000}?\n---\n/.exec(text)?.[0] ?? "";
  return `${head.replace(RECORDED, "")}${text.slice(head.length)}`.replace(/\s+/g, " ");
}
