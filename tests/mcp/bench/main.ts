import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { CLIENTS } from "../clients.ts";
import { EXAMPLE, makeExample, runExample } from "../example-run.ts";
import { measureStart } from "./start.ts";
import { at, measureDrawing, measureTools, OVER_ALL } from "./tools.ts";

const FEATURES = 1000;
const [, connect] = CLIENTS[0] as (typeof CLIENTS)[number];

/** What must be true; the same words stand in the table and in the result. */
const BARS = { start: 1.2, call: 30, tools: 10, list: 3000 };

/** What was measured, as a page, and which of the bars it misses. */
export interface Measured {
  page: string;
  missed: string[];
  /** The figures of the bars, in one line. */
  figures: string;
}

/**
 * Measures the server as its users have it.
 *
 * @param makeWorkspace makes so many features in a folder
 */
export async function measure(makeWorkspace: (folder: string, features: number) => unknown): Promise<Measured> {
  const [load = 0] = loadavg();
  const one = workspaceWithExample();
  const many = workspaceWithExample();
  makeWorkspace(many, FEATURES - 1);
  const start = await measureStart(one);
  const small = await measureTools(one);
  const large = await measureTools(many);
  const drawing = await measureDrawing(one);
  for (const root of [one, many]) rmSync(root, { recursive: true, force: true });
  const run = await measureRun();

  const ratio = at(start.own.list, 50) / at(start.bare.list, 50);
  const calls = [...small, ...large].filter(([tool]) => tool !== OVER_ALL).map(([tool, times]) => ({ tool, median: at(times, 50) }));
  const slowest = calls.reduce((worst, call) => (call.median > worst.median ? call : worst));
  const missed = [
    ...(ratio > BARS.start ? [`first answer ${ratio.toFixed(2)} times a bare server's, expected at most ${BARS.start}`] : []),
    ...(slowest.median >= BARS.call
      ? [`${slowest.tool} ${slowest.median.toFixed(1)} ms at the median, expected less than ${BARS.call}`]
      : []),
    ...(run.tools > BARS.tools ? [`${run.tools} tools, expected at most ${BARS.tools}`] : []),
    ...(run.list > BARS.list ? [`${run.list} tokens in tools/list, expected at most ${BARS.list}`] : []),
  ];
  const figures = `first answer ${ratio.toFixed(2)}x bare (at most ${BARS.start}), slowest call ${slowest.median.toFixed(1)} ms (${slowest.tool}; under ${BARS.call}), ${run.tools} tools in ${run.list} tokens (at most ${BARS.tools} in ${BARS.list})`;
  const rows = [...small].map(([tool, times]) => `| ${tool} | ${cell(times)} | ${cell(large.get(tool) ?? [])} |`);
  const page = `# Benchmarks of the MCP server

Written by \`npm run bench:mcp\` on Node ${process.versions.node}, ${cpus().length} cores, at a load of ${load.toFixed(1)} before it began. Times differ from machine to machine; the ratio and the tokens do not.

| What must be true | Seen |
| --- | --- |
| first answer at most ${BARS.start} times a bare server's on the same SDK | ${ratio.toFixed(2)} |
| a call on one feature under ${BARS.call} ms at the median | ${slowest.median.toFixed(1)} ms, ${slowest.tool} |
| at most ${BARS.tools} tools and ${BARS.list.toLocaleString("en-US")} tokens in \`tools/list\` | ${run.tools} tools, ${run.list.toLocaleString("en-US")} tokens |

## Cold start

From the start of the process, ${start.own.list.length} runs in turns with a bare server of one tool on the same SDK, bundled in the same way. The first answer that an assistant can use is the list of tools: the ratio is of its medians.

| Until | groundplan, p50 | p99 | bare server, p50 | p99 |
| --- | --- | --- | --- | --- |
| it has said hello | ${cell(start.own.hello)} | ${cell(start.bare.hello)} |
| it has listed its tools | ${cell(start.own.list)} | ${cell(start.bare.list)} |

## Calls

Milliseconds of a call over stdio, client included: median and 99th percentile of 200 calls (of 5 for ${OVER_ALL}, which looks at up to 150 features, and stands outside of the bar). The feature is the worked example, complete; the other features are made from the examples, each with words of its own. No browser is found: \`finish_feature\` draws nothing here.

| Tool | 1 feature, p50 | p99 | ${FEATURES} features, p50 | p99 |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

With a browser, \`finish_feature\` ${drawing ? `draws the ${drawing.drawn} diagrams of the example in ${(at(drawing.times, 50) / 1000).toFixed(1)} s (median of ${drawing.times.length})` : "draws every diagram; there is none on this machine to measure it with"}.

## Tokens

A token is counted as four characters. What an assistant pays for the worked example, from its PRD to the end, when it mends nothing:

| What | Tokens |
| --- | --- |
${run.rows.map(([what, tokens]) => `| ${what} | ${Math.round(tokens).toLocaleString("en-US")} |`).join("\n")}
`;
  return { page, missed, figures };
}

/** A workspace with the finished example. */
function workspaceWithExample(): string {
  const root = mkdtempSync(join(tmpdir(), "groundplan-bench-"));
  const folder = join("docs/plan", EXAMPLE.epic);
  mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(folder, EXAMPLE.feature), join(root, folder, EXAMPLE.feature), { recursive: true });
  cpSync("docs/adr", join(root, "docs/adr"), { recursive: true });
  return root;
}

/** What an assistant reads along a whole run, by what it is. */
async function measureRun() {
  const { root, remove } = makeExample();
  const server = await connect(root);
  const { tools } = await server.client.listTools();
  const list = Math.ceil(JSON.stringify(tools).length / 4);
  const paid = new Map<string, number>();
  await runExample(server, (tool, { data }) => paid.set(tool, (paid.get(tool) ?? 0) + JSON.stringify(data).length / 4));
  const instructions = server.client.getInstructions()?.length ?? 0;
  await server.client.close();
  remove();
  const all: [what: string, tokens: number][] = [
    ["tools/list", list],
    ["instructions", instructions / 4],
    ...[...paid].map(([tool, tokens]): [string, number] => [`answers of ${tool}`, tokens]),
  ];
  const together = all.reduce((sum, [, tokens]) => sum + tokens, 0);
  return { tools: tools.length, list, rows: [...all, ["together", together] as [string, number]] };
}

function cell(times: readonly number[]): string {
  return `${at(times, 50).toFixed(1)} | ${at(times, 99).toFixed(1)}`;
}
