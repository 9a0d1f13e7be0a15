import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { HERE, insert, mutant } from "../edit.ts";
import { append, filledSections } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

function budget({ template }: AlignedDocument): { min: number; max: number } {
  return template.lines ?? { min: 0, max: Number.POSITIVE_INFINITY };
}

/** @returns the line numbers as an expectation: the budget's first line too many, or the last line that is there. */
function reported({ markdown, template }: AlignedDocument, text: string): number {
  const lines = text.split("\n").length - 1;
  return lines > (template.lines?.max ?? markdown.lineCount) ? (template.lines?.max ?? 0) + 1 : lines;
}

function change(document: AlignedDocument, label: string, text: string): Mutant {
  return { label, changes: { [document.kind]: text }, expected: [{ kind: document.kind, line: reported(document, text) }] };
}

/** As {@link change}, unless the text still fits: a short document may grow. */
function* changeBeyond(document: AlignedDocument, label: string, text: string): Generator<Mutant> {
  if (text.split("\n").length - 1 > budget(document).max) yield change(document, label, text);
}

function* doubleBlankLines(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    yield* changeBeyond(document, "every blank line twice", document.markdown.text.replace(/\n\n/g, "\n\n\n"));
}

/** The whole text once more, as a model does that has forgotten what it wrote. */
function* doubleDocument(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const { text, frontMatter } = document.markdown;
    yield change(document, "the text twice", `${text}${text.slice(frontMatter.span?.end)}`);
  }
}

/** Prose grows in one section until the budget is exceeded by one line. */
function* exceedByOne(model: Model): Generator<Mutant> {
  for (const { document, section } of filledSections(model)) {
    const missing = budget(document).max + 1 - document.markdown.lineCount;
    // A paragraph brings a blank line; where one line is left, a second line of the paragraph is added.
    const paragraphs = Array.from({ length: Math.floor(missing / 2) }, (_, index) => `This was discussed in meeting ${index + 1}.`);
    const odd = missing % 2 === 1 ? ["And it was discussed once more,\nin the next one."] : [];
    const block = (odd.length > 0 && paragraphs.length === 0 ? ["\nIt was discussed."] : [...paragraphs, ...odd]).join("\n\n");
    const { changes } = mutant("", [document, append(document, section, HERE + block)]);
    const text = changes[document.kind];
    if (typeof text === "string") yield change(document, `prose in "${section.title}" up to line ${budget(document).max + 1}`, text);
  }
}

function* splitSentences(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const text = document.markdown.text.replace(/(?<=^[A-Z][^|\n]*[.;]) (?=\w)/gm, "\n\n");
    const padded = `${text}${"\n\nOne more sentence.".repeat(12)}\n`;
    yield* changeBeyond(document, "each sentence a paragraph", padded);
  }
}

/** The document ends too early: at each top section, and one line below the budget. */
function* cutShort(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const { text, allSections } = document.markdown;
    const { min } = budget(document);
    const starts = allSections.filter(({ depth, span }) => depth === 2 && span.line - 1 < min).map(({ span }) => span.line - 1);
    for (const lines of [...starts, min - 1]) yield change(document, `${lines} lines`, `${text.split("\n").slice(0, lines).join("\n")}\n`);
  }
}

/** Of each top section only the first lines are left. */
function* keepBones(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const { text, allSections } = document.markdown;
    const bones = allSections
      .filter(({ depth }) => depth === 2)
      .map(({ span }) => text.slice(span.start, span.end).split("\n").slice(0, 6).join("\n").trimEnd());
    yield change(document, "bones", `${text.slice(0, allSections[0]?.heading.end)}\n\n${bones.join("\n\n")}\n`);
  }
}

/** A long list where a table would do. */
function* pourIntoList(model: Model): Generator<Mutant> {
  for (const { document, section } of filledSections(model)) {
    const items = Array.from({ length: 120 }, (_, index) => `- Remark ${index + 1} of the review`).join("\n");
    const { changes } = mutant("", [document, insert(0, HERE), append(document, section, items)]);
    const text = changes[document.kind];
    if (typeof text === "string") yield change(document, `120 remarks in "${section.title}"`, text);
  }
}

const CUT = [
  "missing-section",
  "empty-section",
  "missing-diagram",
  "untraced-requirement",
  "missing-cross-reference",
  "broken-link",
  "undefined-type",
  "incomplete-component",
  "incomplete-data-structure",
  "incomplete-interface",
  "unused-data-structure/unused",
  "contract-mismatch/missing-structure",
  "contract-mismatch/missing-interface",
  "undocumented-integration/missing",
  "unmotivated-component/unmotivated",
];

export default defineOperators("line-count", [
  { name: "double-blank-lines", apply: doubleBlankLines },
  { name: "double-document", apply: doubleDocument },
  { name: "exceed-by-one", apply: exceedByOne },
  { name: "split-sentences", apply: splitSentences },
  // The table of codes goes with the end of the document, and with the end of a diagram what closes its blocks.
  { name: "cut-short", apply: cutShort, alsoExpected: [...CUT, "missing-error-case", "invalid-diagram/missing-end"] },
  // What is left of a diagram is drawn no more.
  { name: "keep-bones", apply: keepBones, alsoExpected: [...CUT, "invalid-diagram"] },
  { name: "pour-into-list", apply: pourIntoList },
]);
