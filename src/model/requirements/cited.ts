import { OUTPUT_KINDS } from "../../config/config.ts";
import type { LinearPattern } from "../../config/linear-pattern.ts";
import { derivedSections } from "../../feature/derived.ts";
import type { MarkdownDocument } from "../../markdown/index.ts";
import type { AlignedDocument, Mention, Model, Requirement } from "../types.ts";
import { readMentions } from "./mentions.ts";

/** What may be cited, and how a team writes its ids. */
export interface Citable {
  /** Everything that the PRD states. */
  statements: readonly Requirement[];
  /** Of these, what a design has to answer. */
  requirements: readonly Requirement[];
  idPatterns: readonly LinearPattern[];
}

/** @returns where the outputs cite a statement of the PRD; who cites a requirement cites its criteria */
export function readCitations(documents: Model["documents"], { statements, requirements, idPatterns }: Citable): Mention[] {
  return withCriteria(
    OUTPUT_KINDS.flatMap((kind) => mentionsIn(documents[kind], statements, idPatterns)),
    requirements,
  );
}

/** Who speaks of a requirement speaks of its criteria, and of its parts that bear no ids of their own. */
function withCriteria(mentions: readonly Mention[], requirements: readonly Requirement[]): Mention[] {
  const criteria = new Map<string, string[]>();
  for (const { id, kind, parent, numbered } of requirements)
    if (parent !== undefined && (kind === "criterion" || !numbered)) criteria.set(parent, [...(criteria.get(parent) ?? []), id]);
  return mentions.flatMap((mention) => [mention, ...(criteria.get(mention.id) ?? []).map((id) => ({ ...mention, id }))]);
}

function mentionsIn(document: AlignedDocument | undefined, requirements: readonly Requirement[], idPatterns: readonly LinearPattern[]) {
  if (!document) return [];
  const { markdown, place, kind } = document;
  const lines = markdown.lines;
  return readMentions(withoutDerived(markdown), (start, end) => place(lines.span(start, end)), kind, requirements, idPatterns);
}

/** What follows from the rest of a document proves nothing of it. */
function withoutDerived(markdown: MarkdownDocument): string {
  return derivedSections(markdown).reduce(
    (prose, { heading, span }) =>
      prose.slice(0, heading.end) + prose.slice(heading.end, span.end).replace(/\S/g, " ") + prose.slice(span.end),
    markdown.prose,
  );
}
