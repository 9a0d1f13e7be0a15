// Measures the MCP server of the last build and writes docs/benchmarks-mcp.md. Nothing else should run on the machine meanwhile.
// The last line holds the figures; exit status 1 where a bar is missed.
import { writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { makeWorkspace } from "./bench/workspace.mjs";
import { withModule } from "./run-typescript.mjs";

const [load] = loadavg();
const { page, missed, figures } = await withModule("tests/mcp/bench/main.ts", ({ measure }) => measure(makeWorkspace));
writeFileSync("docs/benchmarks-mcp.md", page);
console.log(page);
if (load > availableParallelism() / 2) console.log(`The machine was busy (load ${load.toFixed(1)}): measure again when it is idle.`);
for (const bar of missed) console.log(`missed: ${bar}`);
console.log(`bench:mcp: ${figures}`);
process.exitCode = missed.length === 0 ? 0 : 1;
