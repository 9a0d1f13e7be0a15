import {
  type FeatureKey,
  finishFeature,
  type InterfaceKind,
  KnownError,
  type Review,
  recordRewritten,
  startOutputs,
  textHash,
} from "../core.ts";
import { interrupted } from "./call/repeat.ts";
import { type FeatureRun, featureRun, own, type Run, reviewNow } from "./feature-run.ts";
import { lockFeature } from "./journal/lock.ts";
import { judgeDocuments } from "./judge.ts";
import { mendDocuments, openSections } from "./mend.ts";
import { type PlannedSection, planFeature } from "./plan.ts";
import { inputDocuments } from "./prompt.ts";
import { research } from "./research.ts";
import { suspiciousPlaces } from "./untrusted.ts";
import { writeDocument, writeDrafts } from "./write-document.ts";

export interface FeatureOptions {
  /** Empty: what the PRD says. */
  interfaces: readonly InterfaceKind[];
  /** Titles of sections to write although a person has changed them; `all` for every one. */
  rewrite: readonly string[];
}

export interface FeatureResult {
  key: FeatureKey;
  finished: boolean;
  /** What keeps it from being finished. */
  open: string[];
}

/**
 * The story of one feature: plan, draft, write 02, write 04, check the whole, have it judged, finish.
 *
 * @throws KnownError where it cannot begin (`no-prd`, `interfaces`, `running`), or cannot go on (`budget`, `api-...`, `interrupted`)
 */
export async function generateFeature(run: Run, key: FeatureKey, options: FeatureOptions): Promise<FeatureResult> {
  const feature = featureRun(run, key);
  const release = lockFeature(run.workspace, key, run.journal.header.id);
  try {
    requirePrd(feature, reviewNow(feature));
    const unknown = await research(feature);
    startOutputs(run.workspace, run.context, { key, interfaces: options.interfaces, today: run.today });
    const plan = planSections(feature, options.rewrite);
    const inputs = textHash(inputDocuments(reviewNow(feature).model));
    writeDrafts(feature, plan);
    await writeDocument(feature, "architecture", plan);
    await writeDocument(feature, "backend-design", plan);
    recordRewritten(run.workspace, reviewNow(feature));
    const objections = isWritten(feature, plan) ? await checkAndJudge(feature, inputs) : [];
    const unwritten = [...feature.unwritten].map(([section, why]) => `${section}: not written: ${why}`);
    return await finish(feature, [...unknown, ...unwritten, ...objections]);
  } finally {
    release();
  }
}

/** Whether the model writes in this run, or wrote before the run was broken off. */
function isWritten({ journal, name }: FeatureRun, plan: readonly PlannedSection[]): boolean {
  const wrote = journal.records.some((record) => record.type === "step" && record.name.startsWith(`done ${name} `));
  return wrote || plan.some(({ action }) => action === "write");
}

async function checkAndJudge(feature: FeatureRun, inputs: string): Promise<string[]> {
  await mendDocuments(feature, inputs);
  const before = feature.journal.decide(`${feature.name} open before the review of ${inputs}`, () => openSections(feature));
  const objections = await judgeDocuments(feature, inputs);
  // What the review had changed may have broken something else, or made the document too long.
  await mendDocuments(feature, `${inputs} after the review`, before);
  return objections;
}

function requirePrd({ name, workspace }: FeatureRun, { model }: Review): void {
  if (model.documents.prd) return;
  throw new KnownError(
    "no-prd",
    `${name} has no PRD that can be read`,
    `Write ${model.feature.folder}/${workspace.config.files.prd} first; \`groundplan new ${name}\` creates its skeleton.`,
  );
}

/** Plans the sections, tells of those that are kept, and of inputs that read like instructions. */
function planSections(feature: FeatureRun, rewrite: readonly string[]): PlannedSection[] {
  const review = reviewNow(feature);
  const plan = planFeature(review, rewrite, (document, section, hash) =>
    feature.journal.hasWritten(`${feature.name} ${document}: ${section}`, hash),
  );
  const write = plan.filter(({ action }) => action !== "keep").length;
  feature.notify({ event: "feature", feature: feature.name, write, keep: plan.length - write });
  for (const { document, section, present, kept, action } of plan) {
    if (action !== "keep") feature.pending.add(`${document}: ${section}`);
    if (present !== undefined && kept !== "yours") own(feature, document, section, present);
    if (kept) feature.notify({ event: "section", feature: feature.name, document, section, result: kept, repairs: 0, problems: [] });
  }
  for (const document of Object.values(review.model.documents))
    for (const place of suspiciousPlaces(document))
      feature.notify({
        event: "notice",
        text: "This line reads like an instruction to whoever writes from it. It was passed on as data, and nothing follows it.",
        place,
      });
  return plan;
}

/** Closes the last gate where nothing is open. */
async function finish(feature: FeatureRun, objections: readonly string[]): Promise<FeatureResult> {
  const { workspace, context, key, today, env, signal, notify } = feature;
  const close = () =>
    finishFeature(workspace, context, key, { today, env, signal }).catch((thrown: unknown) => {
      throw signal.aborted ? interrupted() : thrown;
    });
  const { open: steps, proof } = objections.length > 0 ? { open: [] } : await close();
  if (proof?.state === "not-proved")
    notify({ event: "notice", text: `Whether the diagrams are drawn was not proved: ${proof.reason}. ${proof.advice}` });
  const found = reviewNow(feature).findings.map(({ place, text }) => `${place.file}:${place.line}: ${text}`);
  const open = [...new Set([...objections, ...steps.flatMap((step) => step.open), ...found])];
  notify({ event: "feature-done", feature: feature.name, finished: open.length === 0, open });
  return { key, finished: open.length === 0, open };
}
