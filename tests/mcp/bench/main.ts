import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { CLIENTS, type TestClient } from "../clients.ts";
import { EXAMPLE, makeExample, runExample } from "../example-run.ts";
import { measureStart } from "./start.ts";

const CALLS = 200;
const FEATURES = 1000;
const [, connect] = CLIENTS[0] as (typeof CLIENTS)[number];

/** Measures the server as its users have it, and writes the page that tells. */
export async function measure(): Promise<string> {
  const one = wholeExample(1);
  const many = wholeExample(FEATURES);
  const start = await measureStart(one);
  const ratio = at(start.own, 50) / at(start.bare, 50);
  const small = await measureTools(one, CALLS);
  const large = await measureTools(many, CALLS);
  for (const root of [one, many]) rmSync(root, { recursive: true, force: true });
  const rows = [...small.entries()].map(([tool, times]) => {
    const others = large.get(tool) ?? [];
    return `| ${tool} | ${cell(times)} | ${cell(others)} |`;
  });
  const run = await measureRun();
  return `# Benchmarks of the MCP server

Written by \`npm run bench:mcp\` on Node ${process.versions.node}, ${cpus().length} cores. Times differ from machine to machine; the ratio and the tokens do not.

## Cold start

From the start of the process to its list of tools, the median of ${start.own.length} runs in turns with a bare server of one tool on the same SDK, bundled in the same way.

| groundplan | bare server | ratio |
| --- | --- | --- |
| ${ms(at(start.own, 50))} | ${ms(at(start.bare, 50))} | ${ratio.toFixed(2)} |

## Calls

Milliseconds of a call over stdio, client included: median and 99th percentile of ${CALLS} calls (of 5 for list_features, which looks at up to 150 features). The feature is the worked example, complete.

| Tool | 1 feature, p50 | p99 | ${FEATURES} features, p50 | p99 |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

## Tokens

A token is counted as four characters. What an assistant pays for the worked example, from its PRD to the end, when it mends nothing:

| What | Tokens |
| --- | --- |
${run.map(([what, tokens]) => `| ${what} | ${Math.round(tokens).toLocaleString("en-US")} |`).join("\n")}
`;
}

/** A workspace with so many copies of the finished example. */
function wholeExample(copies: number): string {
  const root = mkdtempSync(join(tmpdir(), "groundplan-bench-"));
  for (let copy = 0; copy < copies; copy++) {
    const folder = join(root, "docs/plan", `E${String(Math.floor(copy / 20)).padStart(2, "0")}-examples`);
    mkdirSync(folder, { recursive: true });
    cpSync(join("docs/plan", EXAMPLE.epic, EXAMPLE.feature), join(folder, copy === 0 ? EXAMPLE.feature : `E00-F${copy + 10}-copy`), {
      recursive: true,
    });
  }
  return root;
}

async function measureTools(root: string, calls: number): Promise<Map<string, number[]>> {
  const server = await connect(root);
  const section = { ...EXAMPLE, document: "architecture", section: "Architecture Overview", body: "A section, written again and again." };
  const inputs: [tool: string, input: object, times: number][] = [
    ["list_features", {}, 5],
    ["start_feature", EXAMPLE, calls],
    ["next_step", EXAMPLE, calls],
    ["check_feature", EXAMPLE, calls],
    ["trace_requirements", EXAMPLE, calls],
    ["search_patterns", { words: "third party api is down" }, calls],
    ["read_page", { address: "patterns/circuit-breaker" }, calls],
    ["finish_feature", EXAMPLE, calls],
    ["write_section", section, calls],
  ];
  const measured = new Map<string, number[]>();
  for (const [tool, input, times] of inputs) measured.set(tool, await timeCalls(server, tool, input, times));
  await server.client.close();
  return measured;
}

async function timeCalls(server: TestClient, tool: string, input: object, times: number): Promise<number[]> {
  const took: number[] = [];
  const first = (await server.call("check_feature", EXAMPLE)).data.documents.find(({ kind }: { kind: string }) => kind === "architecture");
  let { revision } = first;
  for (let call = 0; call < times; call++) {
    const started = performance.now();
    const answer = await server.call(tool, tool === "write_section" ? { ...input, revision } : { ...input });
    took.push(performance.now() - started);
    if (answer.isError) throw new Error(`${tool}: ${answer.text}`);
    if (tool === "write_section") ({ revision } = answer.data);
  }
  return took;
}

/** What an assistant reads along a whole run, by what it is. */
async function measureRun(): Promise<[what: string, tokens: number][]> {
  const { root, remove } = makeExample();
  const server = await connect(root);
  const { tools } = await server.client.listTools();
  const paid = new Map<string, number>();
  await runExample(server, (tool, { data }) => paid.set(tool, (paid.get(tool) ?? 0) + JSON.stringify(data).length / 4));
  const instructions = server.client.getInstructions()?.length ?? 0;
  await server.client.close();
  remove();
  const lists: [string, number][] = [
    ["tools/list", JSON.stringify(tools).length / 4],
    ["instructions", instructions / 4],
  ];
  const answers = [...paid.entries()].map(([tool, tokens]): [string, number] => [`answers of ${tool}`, tokens]);
  const all = [...lists, ...answers];
  return [...all, ["together", all.reduce((sum, [, tokens]) => sum + tokens, 0)]];
}

/** @returns a percentile */
function at(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

const ms = (time: number) => `${time.toFixed(0)} ms`;

function cell(times: readonly number[]): string {
  return `${at(times, 50).toFixed(1)} | ${at(times, 99).toFixed(1)}`;
}
