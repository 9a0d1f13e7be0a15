import {
  findingsIn,
  OUTPUT_KINDS,
  type OutputKind,
  openProposals,
  type Review,
  sectionHolding,
  shareBudget,
  type WordedFinding,
  wantedSections,
} from "../core.ts";
import { linesOf, say } from "./save.ts";

/** A section that has to be changed, and why. */
export interface Work {
  document: OutputKind;
  section: string;
  problems: string[];
}

/** Findings that stand in no section: the family of facts whose section can mend them. */
const MENDED_IN: Readonly<Record<string, string>> = { "untraced-requirement": "coverage", "missing-cross-reference": "related-documents" };

/** @returns the sections that have to be changed so that nothing is found any more, in the order of the documents. */
export function openWork(review: Review): Work[] {
  const told = new Set<WordedFinding>();
  const work = OUTPUT_KINDS.flatMap((document) =>
    wantedSections(review, document).map((section): Work => {
      const findings = findingsIn(review, document, section);
      for (const finding of findings) told.add(finding);
      return { document, section, problems: findings.map(say) };
    }),
  );
  const add = (document: OutputKind, section: string | undefined, problem: string) =>
    work.find((entry) => entry.document === document && entry.section === section)?.problems.push(problem);
  for (const finding of review.findings.filter((candidate) => !told.has(candidate))) {
    const family = MENDED_IN[finding.check];
    const document = OUTPUT_KINDS.find((kind) => review.model.documents[kind]?.file === finding.place.file) ?? "architecture";
    if (family) add(document, sectionHolding(review, document, family) ?? sectionHolding(review, "architecture", family), say(finding));
    if (finding.check === "line-count") {
      const heaviest = farthestFromShare(review, document, lines(review, document) > most(review, document));
      if (heaviest)
        add(document, heaviest.section, `${say(finding)} This section has ${heaviest.lines} lines, its share is ${heaviest.share}.`);
    }
  }
  for (const { pattern, link, because } of openProposals(review.model))
    add(
      "architecture",
      sectionHolding(review, "architecture", "patterns"),
      `no decision on the pattern ${pattern.title} (${link}), called for by: ${because}. Apply it by its link, or decline it with a reason.`,
    );
  return work.filter(({ problems }) => problems.length > 0);
}

function lines({ model }: Review, kind: OutputKind): number {
  return model.documents[kind]?.markdown.lineCount ?? 0;
}

function most({ model }: Review, kind: OutputKind): number {
  return model.context.templates[kind].lines?.max ?? Number.POSITIVE_INFINITY;
}

/** The section that is farthest above its share of the lines, or below it. */
function farthestFromShare(
  review: Review,
  kind: OutputKind,
  above: boolean,
): { section: string; lines: number; share: number } | undefined {
  return shareBudget(review.model, kind)
    .map(({ title, lines: share }) => ({ section: title, share, lines: linesOf(review, kind, title) }))
    .filter((entry) => entry.lines > 0)
    .sort((a, b) => (above ? b.lines - b.share - (a.lines - a.share) : a.lines - a.share - (b.lines - b.share)))[0];
}
