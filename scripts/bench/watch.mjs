import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

const RUNS = 9;

/** @returns the median of milliseconds from the save of one document to the report on its feature. */
export async function measureWatch(cwd, document) {
  const child = spawn(process.execPath, [resolve("dist/cli.js"), "check", "--watch"], { cwd, stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  let heard = () => {};
  child.stdout.on("data", (chunk) => {
    out += chunk;
    heard();
  });
  const until = (words) =>
    new Promise((done) => {
      heard = () => words.test(out) && done(performance.now());
      heard();
    });
  try {
    await until(/ in \d+ features\./);
    // The system takes a while to watch thousands of folders.
    await wait(5000);
    const file = join(cwd, document);
    const text = readFileSync(file, "utf8");
    const times = [];
    for (let run = 0; run < RUNS; run++) {
      out = "";
      const began = performance.now();
      writeFileSync(file, run % 2 === 0 ? `${text}\nTODO\n` : text);
      times.push((await until(/ in 1 feature\./)) - began);
      await until(/all: /);
    }
    writeFileSync(file, text);
    return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  } finally {
    child.kill();
  }
}
