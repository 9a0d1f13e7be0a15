import { linearPattern } from "../config/linear-pattern.ts";
import { type MarkdownDocument, readMarkdown } from "../markdown/index.ts";
import { demandedOf } from "../model/reading/demand.ts";
import { readInput } from "../model/reading/read.ts";
import type { AlignedDocument, Model, Requirement } from "../model/types.ts";
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
 * Writes ids in front of the requirements of a PRD that bear none: FR-1, FR-2 ... NFR-1, behind the highest that there is. Nothing
 * else of it changes. Apart from the other fixes, since only the PRD's owner can want it.
 *
 * @returns no edit where all have ids, or where they would not be read as what they are
 */
export function numberRequirements({ model }: Review): Edit[] {
  const { prd } = model.documents;
  const unnumbered = model.requirements.filter(({ numbered }) => !numbered);
  if (!prd || unnumbered.length === 0) return [];
  const ids = idsFor(unnumbered, model.statements);
  const edits = unnumbered.map((requirement, index): Edit => {
    const at = beforeText(prd.markdown, requirement);
    const id = ids[index] ?? "";
    return { file: prd.file, kind: "prd", start: at, end: at, text: `${id}: `, check: "untraced-requirement", title: `Number ${id}` };
  });
  return keepsTheRest(prd.markdown, edits) && areRead(model, prd, edits, ids) ? edits : [];
}

/** The numbers that the PRD's own lists show, where they are unique and nothing else bears an id; otherwise the requirements are counted. */
function idsFor(unnumbered: readonly Requirement[], all: readonly Requirement[]): string[] {
  const taken = new Set(all.filter(({ numbered }) => numbered).map(({ id }) => id.toUpperCase()));
  const shown = unnumbered.map(({ id, kind }) => `${PREFIXES[kind]}-${/(?<!\d)\d+$/.exec(id)?.[0]}`);
  if (new Set(shown).size === shown.length && taken.size === 0) return shown;
  const highest = new Map<string, number>();
  for (const id of taken) {
    const [, prefix = "", number] = /^([A-Z]+)-?(\d+)$/.exec(id) ?? [];
    if (number !== undefined) highest.set(prefix, Math.max(highest.get(prefix) ?? 0, Number(number)));
  }
  return unnumbered.map(({ kind }) => {
    const number = (highest.get(PREFIXES[kind]) ?? 0) + 1;
    highest.set(PREFIXES[kind], number);
    return `${PREFIXES[kind]}-${number}`;
  });
}

/** Behind the hashes of a heading, and inside of a bold label, so that it stays a heading or a label. */
function beforeText({ text, lines }: MarkdownDocument, { place }: Requirement): number {
  const at = lines.offset(place.line, place.column);
  return at + (/^(?:#{1,6}[ \t]+|\*\*|__)/.exec(text.slice(at, at + 12))?.[0].length ?? 0);
}

/** The numbered text demands the same, in the same order, each under its own id or its new one. */
function areRead(model: Model, prd: AlignedDocument, edits: readonly Edit[], ids: readonly string[]): boolean {
  const { lexicon, config } = model.context;
  const idPatterns = config.requirementIds.map(linearPattern);
  const markdown = readMarkdown(applyEdits(prd.markdown.text, edits));
  const after = demandedOf(readInput({ document: "prd", file: prd.file, markdown, lexicon, idPatterns }).statements);
  const expected = model.requirements.map(({ id, numbered }) => (numbered ? id : undefined));
  let next = 0;
  return (
    after.length === expected.length &&
    after.every(({ id, text: now, numbered }, index) => {
      const before = model.requirements[index]?.text ?? "";
      const wanted = expected[index] ?? ids[next++];
      return numbered && id === wanted && /\p{L}/u.test(now) && (before.includes(now) || now.includes(before));
    })
  );
}
