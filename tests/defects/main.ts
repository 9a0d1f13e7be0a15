/** What `npm run eval:defects` bundles. */
export { reportEvaluation } from "./report.ts";
export { evaluate } from "./run.ts";
