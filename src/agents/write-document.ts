import { inputsOf, type Origin, OUTPUT_KINDS, type OutputKind, readFeature, recordOrigins, sectionTextOf, textHash } from "../core.ts";
import { authorRequest, type Outcome, writeByModel } from "./author.ts";
import type { ModelRequest } from "./call/types.ts";
import type { SectionResult } from "./events.ts";
import { type FeatureRun, isOurs, reviewNow } from "./feature-run.ts";
import type { PlannedSection } from "./plan.ts";
import { inputDocuments, openingFor, systemFor } from "./prompt.ts";
import { saveSection } from "./save.ts";
import { asDocument } from "./untrusted.ts";
import { type RoleName, readRole } from "./words.ts";

/** Who writes which output. */
const ROLE_OF: Readonly<Record<OutputKind, RoleName>> = { architecture: "architect", "backend-design": "interface-designer" };

/** How often a section may be mended while it is written. */
export const REPAIRS = 3;

/** Puts the outline author's draft where nothing stands yet: all names stand in the documents before the first call. */
export function writeDrafts(run: FeatureRun, plan: readonly PlannedSection[]): void {
  for (const kind of OUTPUT_KINDS) {
    const drafts = plan.filter(({ document, present, draft }) => document === kind && present === undefined && draft !== "");
    for (const { section, draft } of drafts) saveSection(run, kind, section, draft);
    const origins = drafts.map(({ section, draft }): [string, Origin] => [
      section,
      { facts: "draft", requirements: "draft", text: textHash(draft) },
    ]);
    recordOrigins(run.workspace, run.key, kind, new Map(origins));
  }
}

/** Writes the sections of one output: one after the other, so that each knows the names of those before it, or side by side. */
export async function writeDocument(run: FeatureRun, kind: OutputKind, plan: readonly PlannedSection[]): Promise<Map<string, Outcome>> {
  const role = readRole(ROLE_OF[kind]);
  const request = authorRequest(run, systemOf(run, kind), role.effort);
  const outcomes = new Map<string, Outcome>();
  const write = async (planned: PlannedSection) => {
    const { section, step } = planned;
    run.pending.delete(`${kind}: ${section}`);
    const outcome =
      planned.action === "compose"
        ? compose(run, planned)
        : await writeByModel(run, {
            ...{ document: kind, section, step, request, repairs: REPAIRS },
            opening: () => openingFor(run, reviewNow(run), planned),
          });
    outcomes.set(section, outcome);
    if (outcome.unwritten) run.unwritten.set(`${kind}: ${section}`, outcome.problems.join("; "));
    settle(run, kind, section, outcome, planned.action === "compose" ? "composed" : undefined);
  };
  const mine = plan.filter(({ document, action }) => document === kind && action !== "keep");
  if (run.sideBySide) await Promise.all(mine.map(write));
  else for (const planned of mine) await write(planned);
  return outcomes;
}

function compose(run: FeatureRun, { document, section, draft }: PlannedSection): Outcome {
  const saved = saveSection(run, document, section, draft);
  if (saved.state === "yours") return { state: "yours", repairs: 0, problems: [] };
  const problems = saved.state === "saved" ? saved.problems : [saved.problem];
  return { state: problems.length > 0 ? "open" : "written", repairs: 0, problems };
}

/** Records what a section was written from, and tells how it came out. */
export function settle(run: FeatureRun, document: OutputKind, section: string, outcome: Outcome, as?: SectionResult): void {
  if (outcome.state !== "yours") stamp(run, document, [section]);
  const { state, repairs, problems, unwritten } = outcome;
  if (!unwritten) run.unwritten.delete(`${document}: ${section}`);
  const result = state === "written" ? (as ?? "written") : state;
  run.notify({ event: "section", feature: run.name, document, section, result, repairs, problems });
}

/** Records in the front matter what sections were written from. */
export function stamp(run: FeatureRun, kind: OutputKind, sections: readonly string[]): void {
  const review = reviewNow(run);
  const origins = sections.flatMap((section): [string, Origin][] => {
    const text = sectionTextOf(review.model.documents[kind], section);
    return text === undefined || !isOurs(run, review, kind, section)
      ? []
      : [[section, { ...inputsOf(review, kind, section), text: textHash(text) }]];
  });
  recordOrigins(run.workspace, run.key, kind, new Map(origins));
}

/** The shared part of the requests for one output; 04 is written from 02 as it stood when 04 was begun. */
export function systemOf(run: FeatureRun, kind: OutputKind): ModelRequest["system"] {
  const { model } = reviewNow(run);
  const inputs = inputDocuments(model);
  if (kind === "architecture") return systemFor(readRole(ROLE_OF[kind]), inputs);
  const architecture = run.journal.decide(`${run.name} architecture as 04 reads it, from ${textHash(inputs)}`, () => {
    const document = readFeature(run.workspace, run.key).documents.architecture;
    return document
      ? asDocument(run.workspace.config.files.architecture, document.markdown.text.slice(document.markdown.frontMatter.span?.end ?? 0))
      : "";
  });
  return systemFor(readRole(ROLE_OF[kind]), `${inputs}\n\n${architecture}`);
}
