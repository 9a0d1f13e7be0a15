import { type MarkdownDocument, readMarkdown } from "../markdown/index.ts";
import { readRequirements } from "../model/requirements.ts";
import type { Requirement } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { applyEdits, type Edit } from "./edits.ts";
import { keepsTheRest } from "./keeps.ts";

const PREFIXES: Readonly<Record<Requirement["kind"], string>> = {
  functional: "FR",
  "non-functional": "NFR",
  story: "US",
  criterion: "AC",
};

/**
 * Writes ids in front of the requirements of a PRD that gives none: FR-1, FR-2 ... NFR-1. Nothing else of
 * it changes. Apart from the other fixes, since only the PRD's owner can want it.
 *
 * @returns no edit where the PRD gives ids already, or where they would not be read as what they are
 */
export function numberRequirements({ model }: Review): Edit[] {
  const { prd } = model.documents;
  if (!prd || model.requirements.some(({ numbered }) => numbered)) return [];
  const ids = idsFor(model.requirements);
  const edits = model.requirements.map((requirement, index): Edit => {
    const at = beforeText(prd.markdown, requirement);
    const id = ids[index] ?? "";
    return { file: prd.file, kind: "prd", start: at, end: at, text: `${id}: `, check: "untraced-requirement", title: `Number ${id}` };
  });
  return keepsTheRest(prd.markdown, edits) && areRead(prd.markdown, edits, model.requirements, ids) ? edits : [];
}

/** The numbers that the PRD's own lists show, where they are unique; otherwise the requirements are counted. */
function idsFor(requirements: readonly Requirement[]): string[] {
  const shown = requirements.map(({ id, kind }) => `${PREFIXES[kind]}-${/(?<!\d)\d+$/.exec(id)?.[0]}`);
  if (new Set(shown).size === shown.length) return shown;
  const counts = new Map<string, number>();
  return requirements.map(({ kind }) => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return `${PREFIXES[kind]}-${number}`;
  });
}

/** Behind the hashes of a heading, and inside of a bold label, so that it stays a heading or a label. */
function beforeText({ text, lines }: MarkdownDocument, { place }: Requirement): number {
  const at = lines.offset(place.line, place.column);
  return at + (/^(?:#{1,6}[ \t]+|\*\*|__)/.exec(text.slice(at, at + 12))?.[0].length ?? 0);
}

/** The numbered text declares the same requirements, in the same order, under their new ids. */
function areRead(
  { text }: MarkdownDocument,
  edits: readonly Edit[],
  requirements: readonly Requirement[],
  ids: readonly string[],
): boolean {
  const after = readRequirements(readMarkdown(applyEdits(text, edits)), "");
  return (
    after.length === ids.length &&
    after.every(({ id, text: now, numbered }, index) => {
      const before = requirements[index]?.text ?? "";
      return numbered && id === ids[index] && /\p{L}/u.test(now) && (before.includes(now) || now.includes(before));
    })
  );
}
