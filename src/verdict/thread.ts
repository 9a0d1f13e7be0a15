import { parentPort, workerData } from "node:worker_threads";
import { NO_BASELINE } from "../baseline.ts";
import { loadContext } from "../context/load.ts";
import { KnownError } from "../errors.ts";
import type { FeatureKey } from "../feature/types.ts";
import { checkFeature } from "./make.ts";
import type { ThreadAnswer, ThreadData } from "./threads.ts";

const { workspace, baseline } = workerData as ThreadData;
const loaded = loadContext(workspace.root, workspace.config);
const context = baseline ? loaded : { ...loaded, baseline: NO_BASELINE };

parentPort?.on("message", (portion: { key: FeatureKey; index: number }[]) => {
  parentPort?.postMessage(portion.map(answer));
});

function answer({ key, index }: { key: FeatureKey; index: number }): ThreadAnswer {
  try {
    return { index, checked: checkFeature(workspace, context, key) };
  } catch (thrown) {
    if (!(thrown instanceof KnownError)) throw thrown;
    const { code, message, advice } = thrown;
    return { mistake: { code, message, advice } };
  }
}
