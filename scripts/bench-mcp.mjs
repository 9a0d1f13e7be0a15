// Measures the MCP server of the last build and writes docs/benchmarks-mcp.md. Nothing else should run on the machine meanwhile.
import { writeFileSync } from "node:fs";
import { withModule } from "./run-typescript.mjs";

await withModule("tests/mcp/bench/main.ts", async ({ measure }) => {
  const page = await measure();
  writeFileSync("docs/benchmarks-mcp.md", page);
  console.log(page);
});
