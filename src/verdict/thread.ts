import { parentPort, workerData } from "node:worker_threads";
import type { FeatureKey } from "../feature/types.ts";
import { KnownError } from "../findings/errors.ts";
import { checkerFor } from "./checker.ts";
import type { ThreadAnswer, ThreadData } from "./threads.ts";

const { workspace, baseline, survey } = workerData as ThreadData;
const check = checkerFor(workspace, baseline, survey);

parentPort?.on("message", (portion: FeatureKey[]) => {
  // What the parser has lent is given back between two turns of the loop, for which the next message would not wait.
  setImmediate(() => parentPort?.postMessage(portion.map(answer)));
});

function answer(key: FeatureKey): ThreadAnswer {
  try {
    return { key, checked: check(key) };
  } catch (thrown) {
    if (!(thrown instanceof KnownError)) throw thrown;
    const { code, message, advice } = thrown;
    return { mistake: { code, message, advice } };
  }
}
