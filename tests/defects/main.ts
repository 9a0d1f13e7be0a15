/** What `npm run eval:defects` bundles. */

export { evaluateCatalogue } from "./catalogue/run.ts";
export { evaluateHarmless } from "./harmless/run.ts";
export { reportEvaluation } from "./report.ts";
export { evaluate } from "./run.ts";
export { evaluateSystem } from "./system/run.ts";
