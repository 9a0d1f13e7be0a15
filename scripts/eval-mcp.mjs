// Drives the MCP server of the last build with every kind of client: the whole workflow on the worked example, over stdio and over HTTP.
// The Inspector is fetched when this is run, and is no dependency. The last line is the result; exit status 1 where something failed.
import { withModule } from "./run-typescript.mjs";

const started = performance.now();
const failed = await withModule("tests/mcp/eval/main.ts", ({ evaluate }) => evaluate((line) => console.log(line)));
const seconds = Math.round((performance.now() - started) / 1000);
console.log(failed.length === 0 ? `eval:mcp: nothing failed in ${seconds} s` : `eval:mcp: ${failed.length} failed: ${failed.join("; ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
