import { type Composed, composeDocument } from "../../agents/outline/compose.ts";
import {
  type ChecklistItem,
  describeSteps,
  type FeatureKey,
  loadContext,
  OUTPUT_KINDS,
  type OutputKind,
  openWorkspace,
  readFeature,
  review,
} from "../../core.ts";
import type { ToolClient } from "./client.ts";
import type { Decided } from "./decided.ts";
import type { FromCode } from "./from-code.ts";

/** What happened, for whoever shows it. */
export type DemoEvent =
  | FromCode
  | { event: "decided"; inputs: Decided[] }
  | { event: "started"; created: string[]; interfaces: string[] }
  | { event: "step"; number: number; title: string; why: string }
  | {
      event: "written";
      document: OutputKind;
      section: string;
      asked: string;
      lines: number;
      before: number;
      after: number;
      gaps: number;
      findings: { check: string; line: number; text: string }[];
    }
  | { event: "step-done"; number: number; title: string; gate: string; worked: boolean }
  | { event: "stuck"; why: string; open: string[] }
  | { event: "finished"; documents: string[] }
  | { event: "checked"; errors: number; checklist: ChecklistItem[] };

/** Titles and gates by number; the first step has the number 1. */
const STEPS = [undefined, ...describeSteps()];

interface StepAnswer {
  finished: boolean;
  step?: { number: number; id: string; open: string[] };
  why: string;
  write?: { document: OutputKind; section: string; revision: string; lines: number; shape: string[]; state: string };
}

interface CheckAnswer {
  errors: number;
  findings: { check: string; file: string; line: number; text: string }[];
  checklist: ChecklistItem[];
  steps: { number: number; done: boolean }[];
}

/**
 * Takes a feature through the seven steps over MCP. The briefs come from the server; the text comes from the
 * outline author, which reads the inputs and nothing else.
 */
export async function* runDemo(client: ToolClient, root: string, key: FeatureKey): AsyncGenerator<DemoEvent> {
  const feature = { ...key };
  const started = await client.call<{ created: string[]; interfaces: string[] }>("start_feature", feature);
  yield { event: "started", created: started.created, interfaces: started.interfaces };
  const drafts = compose(root, key);
  const told = new Set<number>();
  let shown = 0;
  for (;;) {
    const brief = await client.call<StepAnswer>("next_step", feature);
    if (!brief.step || brief.finished) break;
    const { number, id } = brief.step;
    yield* closed(number, shown, told, await check(client, feature));
    if (number !== shown) yield { event: "step", number, title: STEPS[number]?.title ?? id, why: brief.why };
    shown = number;
    const draft = brief.write && take(drafts, brief.write.document, brief.write.section);
    if (brief.write && draft) yield await write(client, feature, draft, brief.write.revision, describe(brief.write));
    else if (id === "finish") yield { event: "finished", ...(await client.call<{ documents: string[] }>("finish_feature", feature)) };
    else {
      yield { event: "stuck", why: brief.why, open: brief.step.open };
      break;
    }
  }
  // Where a gate stays closed, the rest is written all the same: a person goes on from there.
  for (const draft of drafts.splice(0)) {
    const revision = readFeature(openWorkspace(root), key).documents[draft.document]?.revision;
    if (revision !== undefined) yield await write(client, feature, draft, revision, "not asked for yet: its gate is closed");
  }
  const last = await check(client, feature);
  yield* closed(8, shown, told, last);
  yield { event: "checked", errors: last.errors, checklist: last.checklist };
}

type Feature = Readonly<Record<"epic" | "feature", string>>;

function compose(root: string, key: FeatureKey): Composed[] {
  const workspace = openWorkspace(root);
  const { model } = review(readFeature(workspace, key), loadContext(workspace.root, workspace.config));
  return OUTPUT_KINDS.flatMap((kind) => composeDocument(model, kind));
}

function take(drafts: Composed[], document: OutputKind, section: string): Composed | undefined {
  const index = drafts.findIndex((draft) => draft.document === document && draft.section === section);
  return index === -1 ? undefined : drafts.splice(index, 1)[0];
}

function check(client: ToolClient, feature: Feature): Promise<CheckAnswer> {
  return client.call<CheckAnswer>("check_feature", feature);
}

/** Steps whose gates closed since the last look, each told once. */
function* closed(number: number, shown: number, told: Set<number>, { steps }: CheckAnswer): Generator<DemoEvent> {
  for (const { number: done } of steps.filter((step) => step.done && step.number < number && !told.has(step.number))) {
    told.add(done);
    yield { event: "step-done", number: done, title: STEPS[done]?.title ?? "", gate: STEPS[done]?.gate ?? "", worked: done === shown };
  }
}

async function write(
  client: ToolClient,
  feature: Feature,
  { document, section, body, gaps }: Composed,
  revision: string,
  asked: string,
): Promise<DemoEvent> {
  const before = await check(client, feature);
  const { findings } = await client.call<{ findings: CheckAnswer["findings"] }>("write_section", {
    ...feature,
    document,
    section,
    body,
    revision,
  });
  const after = await check(client, feature);
  return {
    event: "written",
    document,
    section,
    asked,
    lines: body.split("\n").length,
    before: before.errors,
    after: after.errors,
    gaps,
    findings,
  };
}

function describe({ lines, shape, state }: NonNullable<StepAnswer["write"]>): string {
  const [first = "", ...rest] = shape;
  return `${state === "missing" ? "write" : "mend"}, about ${lines} lines: ${first.trim()}${rest.length > 0 ? ` (and ${rest.length} more parts)` : ""}`;
}
