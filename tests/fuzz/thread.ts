// Tries seeds in a thread of its own, which whoever has started it can end when one input does not come to an end.
import { parentPort, workerData } from "node:worker_threads";
import { removeKept } from "./targets/cache.ts";
import { TARGETS } from "./targets/index.ts";
import { removeRuns } from "./targets/journal.ts";
import { removeWorkspace } from "./targets/mcp.ts";
import { shrink, trySeed } from "./try.ts";

interface Job {
  target: string;
  from: number;
  to: number;
  /** The seed in work, for the one who waits. */
  current: Int32Array;
}

const { target: name, from, to, current } = workerData as Job;
const target = TARGETS.find((candidate) => candidate.name === name);
if (!target) throw new Error(`no target ${name}`);
for (let seed = from; seed < to; seed++) {
  Atomics.store(current, 0, seed);
  const failure = await trySeed(target, seed);
  // What takes long would take long to shrink.
  if (failure)
    parentPort?.postMessage({ ...failure, shrunk: failure.problem.startsWith("took") ? failure.input : await shrink(target, failure) });
}
removeWorkspace();
removeRuns();
await removeKept();
Atomics.store(current, 0, to);
