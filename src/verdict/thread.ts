import { parentPort, workerData } from "node:worker_threads";
import { KnownError } from "../errors.ts";
import type { FeatureKey } from "../feature/types.ts";
import { contextFor } from "./anew.ts";
import { checkFeature } from "./make.ts";
import type { ThreadAnswer, ThreadData } from "./threads.ts";

const { workspace, baseline } = workerData as ThreadData;
const context = contextFor(workspace, baseline);

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
