import { spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { copyExamples, makeWorkspace } from "../support/workspace.ts";

const EPIC = "docs/plan/E00-examples";
const FEATURES = ["E00-F01-order-refunds", "E00-F02-ledger-export"];

/** A watch of two features, and what it has printed so far. */
async function startWatch(root: string, ...options: string[]) {
  const child = spawn(process.execPath, [resolve("dist/cli.js"), "check", "--watch", ...options], { cwd: root });
  onTestFinished(() => void child.kill());
  let out = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      out += chunk;
    });
  // As long as the test may take, and the change is made again and again: how fast the machine is, and when it begins to watch, decides
  // nothing.
  const until = async (words: RegExp, change?: () => void) => {
    for (let tries = 0; !words.test(out) && child.exitCode === null; tries++) {
      if (tries % 100 === 0) change?.();
      await wait(25);
    }
    expect(out).toMatch(words);
  };
  return { until, forget: () => (out = "") };
}

it("a watch shows the feature that was changed at once, and the sum when it is calm", async () => {
  const root = makeWorkspace();
  copyExamples(root, ...FEATURES.map((feature) => join(EPIC, feature)));
  const file = join(root, EPIC, FEATURES[0] ?? "", "02-architecture.md");
  const clean = readFileSync(file, "utf8");
  const { until, forget } = await startWatch(root);
  await until(/in 2 features/);
  forget();
  const spoilt = clean.replace("## Data Flow\n", "## Data Flow\n\nTODO: the night run.\n");
  await until(/TODO[\s\S]*in 1 feature\b[\s\S]*all: .*in 2 features/, () => writeFileSync(file, spoilt));
  forget();
  await until(/No findings in 1 feature\b[\s\S]*all: .*in 2 features/, () => writeFileSync(file, clean));
  // A feature that comes later is one of them.
  forget();
  cpSync(join(EPIC, "E00-F03-stock-reservations"), join(root, EPIC, "E00-F03-stock-reservations"), { recursive: true });
  await until(/all: .*in 3 features/);
});
