import { DOCUMENT_KINDS, isOutput, OUTPUT_KINDS } from "../../config/config.ts";
import type { MarkdownDocument } from "../../markdown/index.ts";
import { fileName } from "../../text/shorten.ts";
import type { AlignedDocument, Model, Waiver } from "../types.ts";

/** The key of an output's front matter under which it says which findings in its inputs it was agreed to live with. */
export const WAIVED = "waived";

/** `broken-link prd.md 3fa2c1d0: the epic lies in another repository`; without the hash, each finding of the check in the document. */
const ENTRY = /^([a-z][a-z-]{1,60})\s+([^\s:]{1,200})(?:\s+([0-9a-f]{8}))?\s*(?::\s*(.{0,1000}))?$/s;

/**
 * Reads which findings in the inputs are waived, with the reason of each: the inputs belong to others, so that the outputs say it.
 *
 * @returns one for each entry, whether or not it can be understood
 */
export function readWaivers({ documents }: Pick<Model, "documents">): Waiver[] {
  const inputs = DOCUMENT_KINDS.filter((kind) => !isOutput(kind)).flatMap((kind) => documents[kind] ?? []);
  return OUTPUT_KINDS.flatMap((kind) => {
    const document = documents[kind];
    return document ? waiversIn(document.markdown).map((entry) => waiverOf(entry, document, inputs)) : [];
  });
}

/** @returns the entries that a document's front matter holds */
export function waiversIn({ frontMatter }: MarkdownDocument): string[] {
  const entries = frontMatter.data[WAIVED];
  return Array.isArray(entries) ? entries.map(String) : [];
}

function waiverOf(entry: string, { place, markdown }: AlignedDocument, inputs: readonly AlignedDocument[]): Waiver {
  const [, check = "", name = "", hash, reason = ""] = ENTRY.exec(entry.trim()) ?? [];
  const { span } = markdown.frontMatter;
  return {
    entry,
    check,
    file: inputs.find(({ file }) => fileName(file) === name || file === name)?.file,
    hash,
    reason: reason.trim(),
    place: place(span ?? markdown.preamble.heading),
  };
}
