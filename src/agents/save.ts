import {
  briefFor,
  findingsIn,
  isOutput,
  KnownError,
  OUTPUT_KINDS,
  type Review,
  textHash,
  titleKey,
  type WordedFinding,
  type WritableKind,
  wantedSections,
  writeSection,
} from "../core.ts";
import { type FeatureRun, isOurs, remember, reviewNow, sectionName } from "./feature-run.ts";
import { mostLines } from "./prompt.ts";

/** What became of a body that an author handed in. */
export type Saved =
  | { state: "saved"; review: Review; problems: string[] }
  /** It cannot be saved as it is. */
  | { state: "refused"; problem: string }
  /** A person has changed the section in the meantime: it was left alone. */
  | { state: "yours" };

/** How often a write is repeated on a document that others write at the same time. */
const TRIES = 5;

/** Writes one section through the one function that writes, unless a person has changed it, and says what is wrong with it. */
export function saveSection(run: FeatureRun, document: WritableKind, section: string, text: string): Saved {
  const body = withoutOwnHeading(text, section);
  for (let count = 1; ; count++) {
    const before = reviewNow(run);
    if (!isOurs(run, before, document, section)) return { state: "yours" };
    const revision = before.model.documents[document]?.revision ?? "";
    // Recorded first: whatever a crash leaves in the section is known to be ours.
    run.journal.append({ type: "text", section: sectionName(run, document, section), hash: textHash(body) });
    try {
      const written = writeSection(run.workspace, run.context, { key: run.key, document, section, body, revision });
      remember(run, written.review);
      const problems = [...written.findings.map(say), ...elsewhere(run, before, written.review, written.findings).map(sayElsewhere)];
      return { state: "saved", review: written.review, problems: [...problems, ...tooLong(written.review, document, section)] };
    } catch (thrown) {
      if (!(thrown instanceof KnownError)) throw thrown;
      if (thrown.code === "stale-revision" && count < TRIES) continue;
      if (!["heading-rank", "open-block", "empty-body"].includes(thrown.code)) throw thrown;
      return { state: "refused", problem: `${thrown.message}. ${thrown.advice}` };
    }
  }
}

/** An author may repeat the section's heading; the document has it already. */
function withoutOwnHeading(text: string, section: string): string {
  const body = text.replace(/\r\n?/g, "\n").replace(/^\uFEFF/, "");
  const [, title, rest] = /^\s*#{1,6}[ \t]+([^\n]*)\n?([\s\S]*)$/.exec(body) ?? [];
  return (title !== undefined && titleKey(title) === titleKey(section) ? (rest ?? "") : body).trim();
}

/** @returns a finding as its author is told of it. */
export function say({ text, advice, place, check }: WordedFinding): string {
  return `line ${place.line}: ${text} ${advice} (${check})`.replace(/ {2,}/g, " ");
}

function sayElsewhere(finding: WordedFinding): string {
  return `this version causes a finding elsewhere, in ${finding.place.file} ${say(finding)}`;
}

/** Findings that are new since the write and stand in sections that are written already; the document's length is seen to at its end. */
function elsewhere({ pending }: FeatureRun, before: Review, after: Review, inside: readonly WordedFinding[]): WordedFinding[] {
  const name = ({ check, text, place }: WordedFinding) => `${check} ${place.file} ${text}`;
  const toCome = OUTPUT_KINDS.flatMap((kind) =>
    wantedSections(after, kind).flatMap((section) => (pending.has(`${kind}: ${section}`) ? findingsIn(after, kind, section) : [])),
  );
  const known = new Set([...before.findings, ...inside, ...toCome].map(name));
  return after.findings.filter((finding) => finding.check !== "line-count" && !known.has(name(finding)));
}

/** A document that is too long is so because of the sections that are far above their share. */
function tooLong(review: Review, document: WritableKind, section: string): string[] {
  const { model } = review;
  const most = model.context.templates[document].lines?.max ?? Number.POSITIVE_INFINITY;
  if (!isOutput(document) || (model.documents[document]?.markdown.lineCount ?? 0) <= most) return [];
  const share = briefFor(review, document, section)?.lines ?? 0;
  const lines = linesOf(review, document, section);
  return share > 0 && lines > mostLines(share)
    ? [
        `unexpected length of ${lines} lines, expected about ${share} and at most ${mostLines(share)}: shorten it, or write repeated items as a table`,
      ]
    : [];
}

/** @returns the lines of a section, its heading included. */
export function linesOf({ model }: Review, document: WritableKind, section: string): number {
  const span = model.documents[document]?.alignments.find(({ template }) => titleKey(template.title) === titleKey(section))?.sections[0]
    ?.span;
  return span ? Math.max(1, span.endLine - span.line) : 0;
}
