import { join } from "node:path";
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
