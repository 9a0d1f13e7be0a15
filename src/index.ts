/**
 * The public API: what a program uses that reads, checks or traces features without the command line. It is small on purpose and
 * follows semantic versioning; whatever stands behind it may change with any release.
 *
 * @example Check every feature of a project
 * ```ts
 * import { listFeatures, loadContext, openWorkspace, readFeature, review } from "groundplan";
 *
 * const workspace = openWorkspace(".");
 * const context = loadContext(workspace.root, workspace.config);
 * const lines = listFeatures(workspace).flatMap((key) => {
 *   const { findings } = review(readFeature(workspace, key), context);
 *   return findings.map(({ check, place, message }) => `${place.file}:${place.line} ${check} ${message}`);
 * });
 * ```
 *
 * @example Have a text reviewed that was never saved
 * ```ts
 * import { withText } from "groundplan";
 *
 * const { findings } = review(withText(workspace, feature, "backend-design", text), context);
 * ```
 *
 * @example Hold the inputs and the designs of a project against its code
 * ```ts
 * import { driftsOf, listFeatures, loadContext, openWorkspace, readFeature, review, surveyRepository } from "groundplan";
 *
 * const workspace = openWorkspace(".");
 * const survey = await surveyRepository(workspace.root, { apart: [workspace.config.plan] });
 * const context = { ...loadContext(workspace.root, workspace.config), survey };
 * const driftOf = driftsOf(workspace, context);
 * const told = listFeatures(workspace).map((key) => {
 *   const { findings } = review(readFeature(workspace, key), context);
 *   return { key, findings, drift: driftOf(key).report };
 * });
 * ```
 */
export { openWorkspace } from "./actions/open-workspace.ts";
export type { Config, DocumentKind, InterfaceKind, Level, OutputKind } from "./config/config.ts";
export { loadContext } from "./context/load.ts";
export type { Context } from "./context/types.ts";
export { featureKey, formatKey } from "./feature/key.ts";
export { listFeatures } from "./feature/list-features.ts";
export { readFeature, withText } from "./feature/read-feature.ts";
export type { Feature, FeatureDocument, FeatureKey } from "./feature/types.ts";
export type { Workspace } from "./feature/workspace.ts";
export { KnownError } from "./findings/errors.ts";
export type { Place, Severity, WordedFinding } from "./findings/finding.ts";
export type { Drift, DriftKind, DriftReport, DriftState } from "./guide/drift/types.ts";
export { currentStep, type Step, stepsOf } from "./guide/steps.ts";
export { type Trace, traceRequirements } from "./guide/trace.ts";
export type { CodeMention, CodeTrace } from "./guide/traced-code/types.ts";
export type { Model } from "./model/types.ts";
export { type Review, review } from "./review/feature.ts";
export { type SurveyOptions, surveyRepository } from "./survey/survey.ts";
export type { Survey } from "./survey/types.ts";
export { checkFeatures } from "./verdict/check-features.ts";
export { driftsOf } from "./verdict/drift/drifts.ts";
export { type TracedCode, tracedCode } from "./verdict/traced-code/traces.ts";
export type { Verdict } from "./verdict/types.ts";
