// Seeds defects into the clean features of docs/plan and counts what the checks find; nothing is written to
// the plan. Usage: npm run eval:defects
import { withModule } from "./run-typescript.mjs";

await withModule("tests/defects/main.ts", ({ evaluate, evaluateCatalogue, reportEvaluation }) => {
  const catalogue = evaluateCatalogue();
  const features = reportEvaluation(evaluate());
  console.log(`${catalogue.text}\n\n${features.text}`);
  process.exitCode = catalogue.passed && features.passed ? 0 : 1;
});
