import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

const RUNS = 9;

/** @returns the median of milliseconds from the save of one document to the report on its feature by `check --watch` */
export function measureWatch(cwd, document) {
  return reacting(cwd, ["check", "--watch"], async ({ until, forget }) => {
    await until(/ in \d+ features\./);
    return onSaves(
      join(cwd, document),
      forget,
      () => until(/ in 1 feature\./),
      () => until(/all: /),
    );
  });
}

/** @returns the median of milliseconds from the save of one document to the MCP server's notice to a client that has asked for it */
export function measureNotice(cwd, document, uri) {
  const messages = [
    {
      id: 1,
      method: "initialize",
      params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "bench", version: "0" } },
    },
    { method: "notifications/initialized" },
    { id: 2, method: "resources/subscribe", params: { uri } },
  ];
  return reacting(cwd, ["mcp", "--root", cwd], async ({ child, until, forget }) => {
    for (const message of messages) child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
    await until(/"id":2[,}]/);
    return onSaves(
      join(cwd, document),
      forget,
      () => until(/resources\/updated/),
      () => wait(200),
    );
  });
}

/** Starts a process, and gives what waits for words in its output. */
async function reacting(cwd, words, use) {
  const child = spawn(process.execPath, [resolve("dist/cli.js"), ...words], { cwd, stdio: ["pipe", "pipe", "inherit"] });
  let out = "";
  let heard = () => {};
  child.stdout.on("data", (chunk) => {
    out += chunk;
    heard();
  });
  const until = (sought) =>
    new Promise((done) => {
      heard = () => sought.test(out) && done(performance.now());
      heard();
    });
  const forget = () => {
    out = "";
  };
  try {
    return await use({ child, until, forget });
  } finally {
    child.kill();
  }
}

async function onSaves(file, forget, answered, calm) {
  // The system takes a while to watch thousands of folders.
  await wait(5000);
  const text = readFileSync(file, "utf8");
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    forget();
    const began = performance.now();
    writeFileSync(file, run % 2 === 0 ? `${text}\nTODO\n` : text);
    times.push((await answered()) - began);
    await calm();
  }
  writeFileSync(file, text);
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}
