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
