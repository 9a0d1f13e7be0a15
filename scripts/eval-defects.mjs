// Seeds defects into the clean features of docs/plan and counts what the checks find, and makes edits that change nothing of
// what they say, after which nothing may be found; nothing is written to the plan. Usage: npm run eval:defects
import { withModule } from "./run-typescript.mjs";

await withModule("tests/defects/main.ts", ({ evaluate, evaluateCatalogue, evaluateHarmless, evaluateSystem, reportEvaluation }) => {
  const catalogue = evaluateCatalogue();
  const features = reportEvaluation(evaluate());
  const system = evaluateSystem();
  const harmless = evaluateHarmless();
  console.log(`${catalogue.text}\n\n${system.text}\n\n${features.text}\n\n${harmless.text}`);
  process.exitCode = catalogue.passed && system.passed && features.passed && harmless.passed ? 0 : 1;
});
