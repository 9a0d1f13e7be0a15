// Holds every item that the workflow's material names against what there is: templates, checks, patterns, commands,
// tools, steps. Usage: npm run eval:coverage
import { withModule } from "./run-typescript.mjs";

await withModule("scripts/eval-coverage/evaluate.ts", async ({ evaluateCoverage }) => {
  const { text, passed } = await evaluateCoverage();
  console.log(text);
  process.exitCode = passed ? 0 : 1;
});
