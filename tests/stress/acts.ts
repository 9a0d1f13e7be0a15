import { composeDocument } from "../../src/agents/outline/compose.ts";
import {
  buildSystem,
  CHECKS,
  cautionsOf,
  changesBetween,
  exportContracts,
  fixFeature,
  nextStep,
  numberRequirements,
  OUTPUT_KINDS,
  openProposals,
  type Review,
  readFeatureFacts,
  reportReadingMarkdown,
  reportTraceMarkdown,
  reviewSystem,
  stepsOf,
  traceFeature,
  verdictOf,
  visible,
  type Workspace,
} from "../../src/core.ts";
import { fenced } from "../../src/mcp/shown/data.ts";
import { FORMATS } from "../../src/report/index.ts";
import { readJudgedFacts } from "../../src/system/feature-facts.ts";

const PAGES = CHECKS.map(({ id, category, severity }) => ({ id, category, severity, page: `# ${id}` }));

/** What is done with a review by any face, each by itself. */
export const ACTS: Readonly<Record<string, (review: Review, workspace: Workspace) => void>> = {
  steps: (review) => void stepsOf(review),
  brief: (review) => void nextStep(review),
  trace: ({ model }) => void reportTraceMarkdown(traceFeature(model), model.feature.folder),
  patterns: ({ model }) => void openProposals(model),
  cautions: ({ model }) => void cautionsOf(model),
  reading: ({ model }) => void (model.reading && reportReadingMarkdown(model.reading, "")),
  fixes: ({ model: { feature, context } }, workspace) => void fixFeature(workspace, feature, context),
  numbers: (review) => void numberRequirements(review),
  draft: ({ model }) => {
    for (const kind of OUTPUT_KINDS) composeDocument(model, kind);
  },
  export: ({ model }) => void exportContracts(model, "openapi", "yaml"),
  changes: ({ model }) => void changesBetween(model.backend, { ...model.backend, interfaces: [] }),
  across: ({ model }) => {
    reviewSystem([readJudgedFacts(model)], model.context);
    buildSystem([readFeatureFacts(model)], []);
  },
  reports: (review) => {
    for (const { write } of Object.values(FORMATS)) write([verdictOf(review)], { checks: PAGES, version: "0", mermaid: "0" });
  },
  "over MCP": ({ model }) => {
    for (const { file, markdown } of Object.values(model.documents)) fenced(file, visible(markdown.text));
  },
};
