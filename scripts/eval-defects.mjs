// Seeds defects into the clean features of docs/plan and counts what the checks find; nothing is written to
// the plan. Usage: npm run eval:defects
import { withModule } from "./run-typescript.mjs";

await withModule("tests/defects/main.ts", ({ evaluate, reportEvaluation }) => {
  const { text, passed } = reportEvaluation(evaluate());
  console.log(text);
  process.exitCode = passed ? 0 : 1;
});
