// Runs commands on workspaces of very many tiny files, once with half of them and once with all: each ends with an outcome, none
// takes more than two and a half times as long for twice as many, nor more time and memory than its files account for. Nothing
// else should run on the machine meanwhile. Usage, after npm run build: npm run stress [-- --files 100000] [--shape epics] [--runs 3]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { measure } from "./bench/measure.mjs";
import { makeGenerated, makeMany, SHAPES } from "./stress/shapes.mjs";

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "100000" },
    shape: { type: "string" },
    runs: { type: "string", default: "3" },
  },
});
const CLI = resolve("dist/cli.js");
const COMMANDS = {
  check: [process.execPath, CLI, "check"],
  "check again": [process.execPath, CLI, "check"],
  status: [process.execPath, CLI, "status"],
  "adr list": [process.execPath, CLI, "adr", "list"],
  "patterns list": [process.execPath, CLI, "patterns", "list"],
  "runs list": [process.execPath, CLI, "runs", "list"],
  list_features: [process.execPath, resolve("scripts/stress/list-features.mjs"), CLI],
};
const MOST_TIMES = 2.5;
const MOST_MIB = 400;
const MOST_KIB_OF_A_FILE = 16;
const MOST_MS = 2000;
const MOST_MS_OF_A_FILE = 10;

const all = Number(values.files);
const shapes = Object.keys(SHAPES).filter((name) => values.shape === undefined || name === values.shape);
if (shapes.length === 0) throw new Error(`no shape ${values.shape}`);
let missed = 0;
for (const shape of shapes) {
  const half = await measureShape(shape, Math.ceil(all / 2));
  const whole = await measureShape(shape, all);
  for (const name of Object.keys(COMMANDS)) {
    const problems = judge(half[name], whole[name]);
    missed += problems.length;
    const [first, second] = [half, whole].map((found) => `${((found[name].cpu ?? 0) / 1000).toFixed(2)} s`.padStart(9));
    const memory = `${(whole[name].memory ?? 0).toFixed(0).padStart(6)} MiB`;
    console.log(`${shape.padEnd(10)} ${name.padEnd(14)} ${first} ${second} ${memory}  ${problems.join(", ")}`);
  }
}
console.log(`stress: ${missed} problems with ${all} files`);
process.exitCode = missed === 0 ? 0 : 1;

/** @returns what each command takes, by its name */
async function measureShape(shape, files) {
  const cwd = mkdtempSync(join(tmpdir(), "groundplan-stress-"));
  try {
    makeMany(cwd, shape, files);
    // Nothing is kept of a file that has changed just now.
    await wait(100);
    const makeAgain = () => {
      rmSync(join(cwd, ".groundplan"), { recursive: true, force: true });
      makeGenerated(cwd, shape, files);
    };
    const found = Object.entries(COMMANDS).map(([name, command]) => [name, tryOut(command, cwd, name === "check" ? makeAgain : undefined)]);
    return Object.fromEntries(found);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function tryOut(command, cwd, before) {
  try {
    return measure(command, { cwd, runs: Number(values.runs), before });
  } catch (thrown) {
    return { failed: thrown.message };
  }
}

/** @returns what does not hold, in words */
function judge(half, whole) {
  const failed = [half, whole].flatMap((found) => found.failed ?? []);
  if (failed.length > 0) return failed;
  const times = whole.cpu / half.cpu;
  return [
    ...(times > MOST_TIMES ? [`${times.toFixed(1)} times as long`] : []),
    ...(whole.cpu > MOST_MS + all * MOST_MS_OF_A_FILE ? ["too long"] : []),
    ...(whole.memory > MOST_MIB + (all * MOST_KIB_OF_A_FILE) / 1024 ? ["too much memory"] : []),
  ];
}
