import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listRuns } from "../../../src/agents/journal/runs.ts";
import { type FeatureKey, formatKey, openWorkspace } from "../../../src/core.ts";
import { createModel } from "../fake/model.ts";
import { copyInputs, outputsOf, runAgainst } from "../fake/run.ts";
import { type FakeApi, type Fault, openFakeApi } from "../fake/server.ts";
import { runCommand } from "./command.ts";

/** What a run came to, undisturbed or not. */
export interface Faulted {
  documents: string[];
  /** The calls that were answered to the end, by the names of their requests. */
  paid: string[];
  /** Calls whose answer stood in the journal when they were made once more. */
  repeated: number;
  finished: boolean;
}

/** What happens at one call: the call fails, or the whole process is killed, before or after the answer was sent. */
export type Mishap = Fault | "kill" | "kill after";

/** Generates a worked example, with something going wrong at one call; a run that was killed is resumed. */
export async function generateWith(key: FeatureKey, call: number, mishap: Mishap | undefined): Promise<Faulted> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "groundplan-faults-")));
  copyInputs(root, [key]);
  try {
    return await (typeof mishap === "string" ? killed(root, key, call, mishap === "kill after") : failed(root, key, call, mishap));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function failed(root: string, key: FeatureKey, call: number, fault: Fault | undefined): Promise<Faulted> {
  const api = await openFakeApi(createModel([key]), (count) => (count === call ? fault : undefined));
  const today = new Date().toISOString().slice(0, 10);
  const { results } = await runAgainst(api.url, root, { keys: [key], today });
  await api.close();
  return told(root, key, api, new Set(), results[0]?.finished === true);
}

async function killed(root: string, key: FeatureKey, call: number, after: boolean): Promise<Faulted> {
  let kill = () => {};
  const api = await openFakeApi(createModel([key]), (count) => (count === call ? { kind: "act", act: () => kill(), after } : undefined));
  const first = runCommand(["generate", formatKey(key)], root, api.url);
  kill = first.kill;
  await first.status;
  const recorded = recordedIn(root);
  // What was answered to a dead process reached no journal: it has to be paid for a second time.
  const lost = new Set(api.answered.filter((hash) => !recorded.has(hash)));
  const status = await runCommand(["generate", "--resume"], root, api.url).status;
  await api.close();
  return told(root, key, api, lost, status === 0);
}

function told(root: string, key: FeatureKey, { answered }: FakeApi, lost: ReadonlySet<string>, finished: boolean): Faulted {
  const again = answered.filter((hash, index) => answered.indexOf(hash) < index);
  const repeated = again.length - new Set(again.filter((hash) => lost.has(hash))).size;
  return { documents: outputsOf(root, key), paid: answered, repeated, finished };
}

function recordedIn(root: string): Set<string> {
  const records = listRuns(openWorkspace(root)).flatMap((run) => run.records);
  return new Set(records.flatMap((record) => (record.type === "call" ? [record.hash] : [])));
}
