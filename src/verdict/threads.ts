import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../context/package-root.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { KnownError } from "../findings/errors.ts";
import type { Survey } from "../survey/types.ts";
import type { Checked } from "./types.ts";

/** What a thread is told when it starts. */
export interface ThreadData {
  workspace: Workspace;
  baseline: boolean;
  /** The facts of the code, where there is some. */
  survey?: Survey;
}

/** What a thread answers: a class of errors does not survive the way between threads. */
export type ThreadAnswer = { key: FeatureKey; checked: Checked } | { mistake: Pick<KnownError, "code" | "message" | "advice"> };

type Found = (key: FeatureKey, checked: Checked) => void;

/** Features that a thread is given at a time: few enough that no thread is the last to work for long. */
const PORTION = 4;

/** The youngest objects of a thread, in MiB: what Node 20 gives them unless told. Node 24 gives twice as much, for nothing. */
const YOUNG = 48;

/**
 * Checks features in this thread and in others beside it: one that only waits for others would take memory for nothing.
 *
 * @param count of threads, with this one
 * @param check checks a feature in this thread
 * @param found called with each feature, in the order in which they are done
 * @throws what a thread has thrown
 */
export async function checkInThreads(
  data: ThreadData,
  keys: readonly FeatureKey[],
  count: number,
  check: (key: FeatureKey) => Checked,
  found: Found,
): Promise<void> {
  const file = join(packageRoot(), "dist", "check-thread.js");
  const workers = Array.from(
    { length: count - 1 },
    () => new Worker(file, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } }),
  );
  let next = 0;
  const take = (most: number) => {
    const portion = keys.slice(next, next + most);
    next += portion.length;
    return portion;
  };
  const checkHere = async () => {
    for (let [key] = take(1); key; [key] = take(1)) {
      found(key, check(key));
      // The others' answers come in, and they are given more.
      await setImmediate();
    }
  };
  const employed = workers.map((worker) => employ(worker, () => take(PORTION), found));
  try {
    await Promise.all([...employed, checkHere()]);
  } finally {
    next = keys.length;
    // A thread that is ended in the midst of the parser's own code can take the process with it.
    await Promise.allSettled(employed);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Gives a thread portions until there are none, always one more than it is at, so that it need not wait. */
function employ(worker: Worker, take: () => readonly FeatureKey[], found: Found): Promise<void> {
  return new Promise((resolve, reject) => {
    let open = 0;
    let failed: { thrown: unknown } | undefined;
    const give = () => {
      const portion = failed ? [] : take();
      if (portion.length > 0) {
        open += 1;
        worker.postMessage(portion);
      } else if (open === 0) failed ? reject(failed.thrown) : resolve();
    };
    const tell = (answers: readonly ThreadAnswer[]) => {
      for (const answer of failed ? [] : answers) {
        if ("mistake" in answer) throw new KnownError(answer.mistake.code, answer.mistake.message, answer.mistake.advice);
        found(answer.key, answer.checked);
      }
    };
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`a thread ended before its work, with exit code ${code}`)));
    worker.on("message", (answers: ThreadAnswer[]) => {
      open -= 1;
      try {
        tell(answers);
      } catch (thrown) {
        failed = { thrown };
      }
      give();
    });
    give();
    give();
  });
}
