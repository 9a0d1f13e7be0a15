// Generates a worked example against the fake of the API, each time with a fault at another call: the call fails, or the
// process is killed and resumed. Usage: npm run eval:faults [-- <kind>]; the kind, from 0, is what the first call meets.
import { withModule } from "./run-typescript.mjs";

await withModule("tests/agents/eval/main.ts", async ({ evaluateFaults }) => {
  const { text, passed } = await evaluateFaults(Number(process.argv[2] ?? 0), (line) => console.log(line));
  console.log(text);
  process.exitCode = passed ? 0 : 1;
});
