// Reads spoilt inputs with every reader of untrusted text until the time is over: no crash, no hang, no memory without
// bound. Each input follows from its seed, which is printed; the inputs that fail are kept in .groundplan/fuzz/.
// Usage: npm run fuzz -- [--minutes 2] [--seed 1] [--inputs 100000] [--target review-prd]
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { withBundle, withModule } from "./run-typescript.mjs";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "2" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    inputs: { type: "string", default: "100000" },
    target: { type: "string" },
  },
});
const first = Number(values.seed);
const most = Number(values.inputs);
const TICK = 500;
const MEMORY_MIB = 512;
// An input that has not come to an end by then never will, and the thread is ended.
const HANG = 60_000;

const names = await withModule("tests/fuzz/targets/index.ts", ({ TARGETS }) => TARGETS.map(({ name }) => name));
const targets = names.filter((name) => values.target === undefined || name === values.target);
if (targets.length === 0) throw new Error(`no target ${values.target}`);
console.log(`seed ${first}, ${values.minutes} minutes, ${targets.length} targets`);
const share = (Number(values.minutes) * 60_000) / targets.length;
let [inputs, failed] = [0, 0];
await withBundle("tests/fuzz/thread.ts", async (file) => {
  for (const target of targets) {
    const { tried, failures, took } = await fuzz(file, target);
    inputs += tried;
    failed += failures.length;
    console.log(
      `${target.padEnd(24)} ${String(tried).padStart(8)} inputs ${(took / 1000).toFixed(1).padStart(7)} s  ${failures.length} failures`,
    );
  }
});
console.log(`${inputs} inputs, seeds from ${first}: ${failed} failures`);
process.exitCode = failed === 0 ? 0 : 1;

/** Tries seeds in one thread after the other: one that ends badly is followed by one that begins behind its seed. */
async function fuzz(file, target) {
  const began = performance.now();
  const failures = [];
  const end = first + most;
  let from = first;
  while (from < end && performance.now() - began < share) {
    const current = new Int32Array(new SharedArrayBuffer(4));
    const problem = await watch(file, { target, from, to: end, current }, failures, () => performance.now() - began >= share);
    const reached = Atomics.load(current, 0);
    if (problem !== undefined) keep(failures, { target, seed: reached, problem, shrunk: "" });
    from = problem === undefined ? reached : reached + 1;
    if (problem === undefined) break;
  }
  return { tried: from - first, failures, took: performance.now() - began };
}

/** @returns what ended the thread; nothing where its work or the time was over. */
function watch(file, job, failures, isOver) {
  return new Promise((resolve) => {
    const worker = new Worker(file, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB } });
    let [last, since] = [-1, performance.now()];
    const timer = setInterval(() => {
      const seed = Atomics.load(job.current, 0);
      if (seed !== last) [last, since] = [seed, performance.now()];
      if (isOver() && performance.now() - since < HANG && seed !== 0) finish(undefined);
      else if (performance.now() - since > HANG) finish(`no end within ${HANG} ms`);
    }, TICK);
    const finish = (problem) => {
      clearInterval(timer);
      worker.removeAllListeners("exit");
      void worker.terminate().then(() => resolve(problem));
    };
    worker.on("message", (failure) => keep(failures, failure));
    worker.on("error", (error) => finish(`${error.code ?? ""} ${error.message}`));
    worker.on("exit", () => finish(undefined));
  });
}

function keep(failures, { target, seed, problem, shrunk }) {
  failures.push(problem);
  mkdirSync(".groundplan/fuzz", { recursive: true });
  const file = `.groundplan/fuzz/${target}-${seed}.txt`;
  writeFileSync(file, shrunk);
  console.log(`${target} seed ${seed}: ${problem}\n    ${file}, ${shrunk.length} characters`);
}
