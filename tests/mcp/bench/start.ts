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
const RUNS = 21;

/** Milliseconds from the start of a process to its first answer, and to its list of tools. */
interface Starts {
  hello: number[];
  list: number[];
}

/** Starts groundplan and a bare server on the same SDK, in turns. */
export async function measureStart(root: string): Promise<{ own: Starts; bare: Starts }> {
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
  const own: Starts = { hello: [], list: [] };
  const bare: Starts = { hello: [], list: [] };
  for (let run = 0; run < RUNS; run++) {
    const [other, ours] = [await answers([bundle]), await answers(["dist/cli.js", "mcp", "--root", root])];
    // The first run fills the caches of the disk.
    if (run === 0) continue;
    for (const until of ["hello", "list"] as const) {
      bare[until].push(other[until]);
      own[until].push(ours[until]);
    }
  }
  rmSync(bundle);
  return { own, bare };
}

async function answers(args: string[]): Promise<Record<keyof Starts, number>> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.write(OPENING.map((message) => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`).join(""));
  const took = { hello: 0, list: 0 };
  let out = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    out += chunk;
    if (took.hello === 0 && /"id":1[,}]/.test(out)) took.hello = performance.now() - started;
    if (!/"id":2[,}]/.test(out) || !out.endsWith("\n")) continue;
    took.list = performance.now() - started;
    break;
  }
  child.stdin.end();
  if (child.exitCode === null) await once(child, "exit");
  return took;
}
