import { spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { makeWorkspace } from "../support/workspace.ts";

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
  const until = async (words: RegExp) => {
    for (let tries = 0; tries < 400 && !words.test(out); tries++) await wait(25);
    expect(out).toMatch(words);
  };
  return { until, forget: () => (out = "") };
}

it("a watch shows the feature that was changed at once, and the sum when it is calm", async () => {
  const root = makeWorkspace();
  for (const feature of FEATURES) cpSync(join(EPIC, feature), join(root, EPIC, feature), { recursive: true });
  const file = join(root, EPIC, FEATURES[0] ?? "", "02-architecture.md");
  const clean = readFileSync(file, "utf8");
  const { until, forget } = await startWatch(root);
  await until(/in 2 features/);
  // The system takes a moment to watch.
  await wait(300);
  forget();
  writeFileSync(file, clean.replace("## Data Flow\n", "## Data Flow\n\nTODO: the night run.\n"));
  await until(/TODO[\s\S]*in 1 feature\b[\s\S]*all: .*in 2 features/);
  forget();
  writeFileSync(file, clean);
  await until(/No findings in 1 feature\b[\s\S]*all: .*in 2 features/);
  // A feature that comes later is one of them.
  forget();
  cpSync(join(EPIC, "E00-F03-stock-reservations"), join(root, EPIC, "E00-F03-stock-reservations"), { recursive: true });
  await until(/all: .*in 3 features/);
});
