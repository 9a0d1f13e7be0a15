import { composeDocument } from "../../../src/agents/outline/compose.ts";
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  EVERY_CHECK,
  fixFeature,
  listFeatures,
  loadContext,
  nextStep,
  openWorkspace,
  readFeature,
  readFeatureFacts,
  review,
  reviewSystem,
  traceRequirements,
  verdictOf,
  withText,
} from "../../../src/core.ts";
import { FORMATS } from "../../../src/report/index.ts";
import { defineTarget, hold } from "../target.ts";

// A diagram that Mermaid does not get done with takes its twenty seconds.
const PATIENCE = 25_000;

const workspace = openWorkspace(".");
const context = loadContext(workspace.root, workspace.config);
const features = listFeatures(workspace).map((key) => readFeature(workspace, key));
const facts = features.map((feature) => readFeatureFacts(review(feature, context).model));
const checks = EVERY_CHECK.map(({ id, category, severity }) => ({ id, category, severity, page: "" }));
// What a terminal would obey, beside tabs and line ends.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** One target for each kind of document: the whole way from its text to findings, reports, fixes, briefs and drafts. */
export const reviews = DOCUMENT_KINDS.map((kind) =>
  defineTarget({
    name: `review-${kind}`,
    corpus: features.flatMap(({ documents }) => documents[kind]?.markdown.text ?? []),
    patience: PATIENCE,
    run: (input) => reviewWith(kind, input),
  }),
);

function reviewWith(kind: DocumentKind, input: string): void {
  const [base] = features;
  if (!base) throw new Error("docs/plan has no feature");
  const feature = withText(workspace, base, kind, input);
  const reviewed = review(feature, context);
  for (const { place, text, advice } of reviewed.findings) {
    hold(place.line >= 1 && place.column >= 1, "a finding has its place");
    hold(text !== "" && !CONTROL.test(text + advice), "a finding is worded without characters that drive a terminal");
  }
  for (const [name, { write }] of Object.entries(FORMATS)) {
    const report = write([verdictOf(reviewed)], { checks, version: "0.0.0", mermaid: "0.0.0" });
    if (name === "json" || name === "sarif" || name === "gitlab") JSON.parse(report);
    else hold(!CONTROL.test(report), `the report for ${name} holds no control characters`);
  }
  nextStep(reviewed);
  traceRequirements(reviewed.model);
  for (const output of ["architecture", "backend-design"] as const) composeDocument(reviewed.model, output);
  reviewSystem([readFeatureFacts(reviewed.model), ...facts.slice(1)], context);
  const once = fixFeature(workspace, feature, context);
  hold(fixFeature(workspace, once.feature, context).rounds.length === 0, "a second fix changes nothing more");
}
