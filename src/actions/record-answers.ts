import { OUTPUT_KINDS } from "../config/config.ts";
import { lineBudget } from "../config/settings.ts";
import type { Workspace } from "../feature/workspace.ts";
import { setFrontMatter, withMark } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import { type StaleSection, staleSections } from "../guide/stale.ts";
import { changedSince } from "../model/fingerprints/changes.ts";
import { ANSWERED, entriesIn, entryOf } from "../model/fingerprints/record.ts";
import { requirementKey } from "../model/requirements/ids.ts";
import type { AlignedDocument, Model, Requirement } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { sectionStates } from "./provenance.ts";

/**
 * Records that the answers of some requirements, which have changed since, still hold as they stand.
 *
 * @param ids of requirements that were added or changed since the design was finished
 * @returns whether anything was written
 * @throws KnownError `not-changed` where one of them is what it was
 */
export function recordHolding(workspace: Workspace, model: Model, ids: readonly string[]): boolean {
  const changes = changedSince(model);
  const stranger = ids.find((id) => !changes.has(requirementKey(id)));
  if (stranger !== undefined) throw unchanged(stranger, model, changes);
  if (ids.length === 0) return false;
  const held = new Set(ids.map(requirementKey));
  return record(workspace, model, (requirement) => held.has(requirementKey(requirement.id)), true);
}

/**
 * Records that the answer of a requirement that has changed since holds, where each section that cites it was written by `generate` for
 * what it says now: a section may come out as it was.
 *
 * @returns whether anything was written
 */
export function recordRewritten(workspace: Workspace, review: Review): boolean {
  const states = sectionStates(review).filter(({ edited, stale }) => !edited && !stale);
  const isRewritten = ({ document, section }: StaleSection) =>
    states.some((state) => state.document === document && state.section === section);
  const sections = staleSections(review.model);
  const ids = new Set(sections.flatMap(({ because }) => because.map(({ id }) => id)));
  for (const section of sections) if (!isRewritten(section)) for (const { id } of section.because) ids.delete(id);
  return recordHolding(workspace, review.model, [...ids]);
}

/** Records what each requirement says, and what cites it, in the front matter of an output: from now on a change reopens the design. */
export function recordAnswers(workspace: Workspace, model: Model): boolean {
  return record(workspace, model, () => true, false);
}

function record(workspace: Workspace, model: Model, isMeant: (requirement: Requirement) => boolean, keep: boolean): boolean {
  const present = OUTPUT_KINDS.flatMap((kind) => entriesIn(model.documents[kind]?.markdown));
  const before = new Map(present.map((entry) => [requirementKey(entry.slice(0, entry.lastIndexOf(" "))), entry]));
  const document = holderOf(model);
  if (!document) return false;
  const now = model.requirements.map((requirement): [string, string] => [
    requirementKey(requirement.id),
    isMeant(requirement) ? entryOf(model, requirement) : "",
  ]);
  const entries = new Map(keep ? [...before, ...now.filter(([, entry]) => entry !== "")] : now);
  const lines = [...entries.values()].filter(Boolean);
  if (lines.length === 0 || lines.join("\n") === entriesIn(document.markdown).join("\n")) return false;
  const text = setFrontMatter(document.markdown, { [ANSWERED]: lines });
  writeText(workspace, document.file, withMark(document.markdown, text), document.revision);
  return true;
}

/** The record stands where it stood; otherwise in the first output that has a line to spare. */
function holderOf(model: Model): AlignedDocument | undefined {
  const documents = OUTPUT_KINDS.flatMap((kind) => model.documents[kind] ?? []);
  const hasRoom = ({ settings, kind, template, markdown }: AlignedDocument) =>
    markdown.lineCount < (lineBudget(template.lines, settings.lines[kind])?.max ?? Number.POSITIVE_INFINITY);
  return documents.find(({ markdown }) => entriesIn(markdown).length > 0) ?? documents.find(hasRoom) ?? documents[0];
}

function unchanged(id: string, model: Model, changes: ReadonlyMap<string, unknown>): KnownError {
  const changed = model.requirements
    .filter((requirement) => changes.has(requirementKey(requirement.id)))
    .map((requirement) => requirement.id);
  return new KnownError(
    "not-changed",
    `unexpected "${id}": no requirement of that id waits for a revised answer`,
    changed.length === 0 ? "None has changed since the design was finished." : `These do: ${changed.join(", ")}.`,
  );
}
