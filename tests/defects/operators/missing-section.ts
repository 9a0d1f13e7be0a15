import type { Model } from "../../../src/core.ts";
import type { Section } from "../../../src/markdown/index.ts";
import { outputs } from "../../../src/model/query.ts";
import { type Edit, expectAt, FROM, HERE, insert, mutant, replace, TO } from "../edit.ts";
import { misspellLongest, type Required, requiredSections } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** What else a lost section takes with it: its lines, its mentions, its links, the headings that others link to. */
const LOST = ["line-count", "untraced-requirement", "missing-cross-reference", "broken-link", "undefined-type"];
// Subsections that lose their heading fall to the section above, and are then taken for its items.
const FALLEN = ["incomplete-component", "incomplete-data-structure", "incomplete-interface", "missing-diagram", "empty-section"];

const SYNONYMS: Record<string, string> = {
  "Architecture Overview": "Introduction",
  "Key Design Decisions": "Rationale",
  "System Architecture Diagram": "Context",
  "Component Details": "Building Blocks",
  "Data Flow": "Workflows",
  "Integration Points": "External Systems",
  "Technology Stack": "Tools",
  "Technical Risks & Mitigations": "Open Issues",
  "Requirements Coverage": "Traceability",
  "Related Documents": "References",
  "Interface Overview": "Summary",
  "Codebase Analysis": "Background",
  "DTO / Data Structures": "Schemas",
  "Error Handling": "Failures",
  "Error Codes": "Problem Types",
  "Recovery Strategies": "Retries",
  Versioning: "Compatibility",
  "Security Notes": "Threats",
};

/** The heading at which a missing section is reported: the next of its level, or its parent's, or the last that is left. */
function reportedAt({ document, alignment, siblings, parent }: Required, isLeft: (section: Section) => boolean): number {
  const next = siblings.slice(siblings.indexOf(alignment) + 1).find(({ sections }) => sections.length > 0)?.sections[0];
  return (next ?? parent?.sections[0] ?? document.markdown.allSections.findLast(isLeft))?.heading.start ?? 0;
}

function* dropSection(model: Model): Generator<Mutant> {
  for (const required of requiredSections(model)) {
    const { document, section } = required;
    const isLeft = ({ heading }: Section) => heading.start < section.span.start || heading.start >= section.span.end;
    yield mutant(`no "${section.title}"`, [document, replace(section.span, ""), expectAt(reportedAt(required, isLeft))]);
  }
}

function* misspellHeading(model: Model): Generator<Mutant> {
  for (const { document, section } of requiredSections(model)) {
    const title = misspellLongest(section.title);
    yield mutant(`"${section.title}" as "${title}"`, [document, replace(section.heading, `${HERE}${"#".repeat(section.depth)} ${title}`)]);
  }
}

/** A heading in other words: the section is missing, and what stands there is the author's own. */
function* renameHeading(model: Model): Generator<Mutant> {
  for (const required of requiredSections(model)) {
    const { document, section } = required;
    const title = SYNONYMS[section.title];
    if (!title) continue;
    const heading = replace(section.heading, `${"#".repeat(section.depth)} ${title}`);
    yield mutant(`"${section.title}" as "${title}"`, [document, heading, expectAt(reportedAt(required, () => true))]);
  }
}

/** Without its heading a section's subsections are still headings. */
function* boldInsteadOfHeading(model: Model): Generator<Mutant> {
  for (const required of requiredSections(model)) {
    const { document, section } = required;
    const at = reportedAt(required, (candidate) => candidate !== section);
    yield mutant(`**${section.title}** in bold`, [document, replace(section.heading, `**${section.title}**`), expectAt(at)]);
  }
}

/** One hash too many puts a section under the one above it. */
function* demoteHeading(model: Model): Generator<Mutant> {
  for (const required of requiredSections(model)) {
    const { document, section, parent, siblings, alignment } = required;
    if (parent || siblings.indexOf(alignment) === 0) continue;
    const end = reportedAt(required, () => true);
    const edits =
      end > section.heading.start
        ? [insert(section.heading.start, `${FROM}#`), expectAt(end, TO)]
        : [insert(section.heading.start, `${HERE}#`)];
    yield mutant(`"${section.title}" one rank lower`, [document, ...edits]);
  }
}

function* swapSections(model: Model): Generator<Mutant> {
  for (const { document, section, siblings, alignment } of requiredSections(model)) {
    const after = siblings[siblings.indexOf(alignment) + 1];
    const next = after?.sections[0];
    if (!next || !after.required || next.span.start !== section.span.end) continue;
    const { text } = document.markdown;
    const first = text.slice(section.span.start, section.span.end).trimEnd();
    const second = text.slice(next.span.start, next.span.end);
    // Either of the two may be called misplaced.
    const swapped = `${FROM}${second.trimEnd()}\n\n${TO}${first}${second.slice(second.trimEnd().length)}`;
    yield mutant(`"${next.title}" before "${section.title}"`, [
      document,
      replace({ start: section.span.start, end: next.span.end }, swapped),
    ]);
  }
}

function* moveToEnd(model: Model): Generator<Mutant> {
  for (const { document, section, siblings, alignment, parent } of requiredSections(model)) {
    // What stands right before the last one is merely swapped with it.
    const behind = siblings.slice(siblings.indexOf(alignment) + 1).filter(({ sections }) => sections.length > 0);
    if (parent || behind.length < 2) continue;
    const { text } = document.markdown;
    const moved = text.slice(section.span.start, section.span.end).trimEnd();
    yield mutant(`"${section.title}" at the end`, [document, replace(section.span, ""), insert(text.length, `\n${HERE}${moved}\n`)]);
  }
}

/** A model that reaches its limit stops in the middle. */
function* cutDocument(model: Model): Generator<Mutant> {
  for (const document of outputs(model)) {
    const { text, allSections } = document.markdown;
    for (const { sections } of document.alignments) {
      const [section] = sections;
      const last = allSections.findLast(({ heading }) => heading.start < (section?.span.start ?? 0));
      if (!section || !last) continue;
      const edits: Edit[] = [expectAt(last.heading.start), replace({ start: section.span.start, end: text.length }, "")];
      yield mutant(`ends before "${section.title}"`, [document, ...edits]);
    }
  }
}

export default defineOperators("missing-section", [
  { name: "drop-section", apply: dropSection, alsoExpected: [...LOST, "empty-section"] },
  { name: "misspell-heading", apply: misspellHeading, alsoExpected: ["broken-link"] },
  { name: "rename-heading", apply: renameHeading, alsoExpected: ["broken-link"] },
  { name: "bold-instead-of-heading", apply: boldInsteadOfHeading, alsoExpected: ["broken-link", ...FALLEN] },
  { name: "demote-heading", apply: demoteHeading, alsoExpected: FALLEN },
  { name: "swap-sections", apply: swapSections },
  { name: "move-to-end", apply: moveToEnd, alsoExpected: ["line-count"] },
  { name: "cut-document", apply: cutDocument, alsoExpected: LOST },
]);
