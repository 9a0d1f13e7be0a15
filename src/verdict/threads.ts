import { join } from "node:path";
import { versions } from "node:process";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { KnownError } from "../errors.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { packageRoot } from "../package-root.ts";
import type { Checked } from "./types.ts";

/** What a thread is told when it starts. */
export interface ThreadData {
  workspace: Workspace;
  baseline: boolean;
}

/** What a thread answers: a class of errors does not survive the way between threads. */
export type ThreadAnswer = { index: number; checked: Checked } | { mistake: Pick<KnownError, "code" | "message" | "advice"> };

/** Features that a thread is given at a time: few enough that no thread is the last to work for long. */
const PORTION = 8;

/**
 * Checks features in threads of their own.
 *
 * @param found called with each feature, in the order in which they are done
 * @throws what a thread has thrown
 */
export async function checkInThreads(
  { workspace, baseline }: ThreadData,
  keys: readonly FeatureKey[],
  count: number,
  found: (key: FeatureKey, checked: Checked) => void,
): Promise<void> {
  optimizeLater();
  const file = join(packageRoot(), "dist", "check-thread.js");
  const workers = Array.from({ length: count }, () => new Worker(file, { workerData: { workspace, baseline } }));
  let next = 0;
  let open = keys.length;
  try {
    await new Promise<void>((resolve, reject) => {
      const give = (worker: Worker) => {
        const portion = keys.slice(next, next + PORTION).map((key, index) => ({ key, index: next + index }));
        next += portion.length;
        if (portion.length > 0) worker.postMessage(portion);
      };
      for (const worker of workers) {
        worker.on("error", reject);
        worker.on("message", (answers: ThreadAnswer[]) => {
          give(worker);
          for (const answer of answers) {
            if ("mistake" in answer) return reject(new KnownError(answer.mistake.code, answer.mistake.message, answer.mistake.advice));
            found(keys[answer.index] as FeatureKey, answer.checked);
          }
          open -= answers.length;
          if (open === 0) resolve();
        });
        give(worker);
      }
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Bytes of code that a function runs through before V8 optimizes it; 135,168 unless told. */
const BUDGET = 1_200_000;

/**
 * V8 up to version 11, which is Node 20, has nothing between code that is as good as interpreted and code that takes long
 * to make: each thread spent a quarter of its time on optimizing hundreds of functions that soon had nothing left to do.
 */
function optimizeLater(): void {
  if (Number.parseInt(versions.v8, 10) < 12) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
