import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { build } from "esbuild";

const HELLO = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "bench", version: "0" } };
const OPENING = [
  { id: 1, method: "initialize", params: HELLO },
  { id: 2, method: "tools/list", params: {} },
];
const RUNS = 15;

/** Milliseconds from the start of the process to its list of tools: groundplan's, and a bare server's on the same SDK, in turns. */
export async function measureStart(root: string): Promise<{ own: number[]; bare: number[] }> {
  const bundle = "dist/bench-bare.mjs";
  await build({
    entryPoints: ["tests/mcp/bench/bare.ts"],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    minifySyntax: true,
    minifyWhitespace: true,
  });
  const own: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    bare.push(await firstAnswer([bundle]));
    own.push(await firstAnswer(["dist/cli.js", "mcp", "--root", root]));
  }
  rmSync(bundle);
  // The first run fills the caches of the disk.
  return { own: own.slice(1), bare: bare.slice(1) };
}

async function firstAnswer(args: string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.write(OPENING.map((message) => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`).join(""));
  let out = "";
  const answered = new Promise<number>((resolve) => {
    child.stdout.on("data", (chunk) => {
      out += chunk;
      if (/"id":2[,}]/.test(out) && out.endsWith("\n")) resolve(performance.now() - started);
    });
  });
  const took = await answered;
  child.stdin.end();
  await once(child, "exit");
  return took;
}
