// Replays recorded dialogues against the MCP server of the last build: calls, tokens read and written, what was rewritten and why.
// The last line is the figure; exit status 1 where a bar is missed.
import { withModule } from "./run-typescript.mjs";

const { missed, figure } = await withModule("tests/mcp/guidance/main.ts", ({ evaluate }) => evaluate((line) => console.log(line)));
for (const each of missed) console.log(`MISSED ${each}`);
console.log(`eval:guidance: ${figure}${missed.length > 0 ? `; ${missed.length} bars missed` : ""}`);
process.exitCode = missed.length === 0 ? 0 : 1;
