import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const USAGE = resolve("scripts/bench/usage.cjs");

/**
 * Runs a command several times, each time in a process of its own.
 *
 * @param before called before each run, to put things back
 * @returns the medians: wall and CPU in milliseconds, children included; the peak of memory in MiB, of Node's processes alone
 */
export function measure([command, ...args], { cwd, runs = 3, before = () => {} }) {
  const found = Array.from({ length: runs }, () => {
    before();
    return runOnce(command, args, cwd);
  });
  const median = (pick) => found.map(pick).sort((a, b) => a - b)[Math.floor(found.length / 2)];
  return { wall: median(({ wall }) => wall), cpu: median(({ cpu }) => cpu), memory: median(({ memory }) => memory), runs };
}

/** bash counts the time of a command with all that it starts; nobody else does on every system that has it. */
function runOnce(command, args, cwd) {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-usage-"));
  try {
    const { stderr, status } = spawnSync("bash", ["-c", 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1', "bash", command, ...args], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: `--require ${USAGE}`, GROUNDPLAN_USAGE: folder, NO_COLOR: "1" },
    });
    // 1 is what linters end with where they find something.
    if (status === null || status > 1) throw new Error(`${command} ${args.join(" ")}: ended with ${status}`);
    const [wall, user, system] = stderr.trim().split("\n").at(-1).replaceAll(",", ".").split(" ").map(Number);
    const peaks = readdirSync(folder).map((name) => Number(readFileSync(join(folder, name), "utf8")));
    return { wall: wall * 1000, cpu: (user + system) * 1000, memory: Math.max(0, ...peaks) / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
