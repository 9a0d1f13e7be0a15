import { join } from "node:path";
import { DOCUMENT_KINDS } from "../../config/config.ts";
import { readRegular } from "../../disk/read-regular.ts";
import { asOf } from "../../feature/as-of.ts";
import { listFeatures } from "../../feature/list-features.ts";
import { readFeature } from "../../feature/read-feature.ts";
import type { Feature, FeatureKey } from "../../feature/types.ts";
import type { Workspace } from "../../feature/workspace.ts";
import { driftOf } from "../../guide/drift/compare.ts";
import { withEmitted } from "../../guide/drift/emitted.ts";
import { driftSince } from "../../guide/drift/since.ts";
import type { DriftReport } from "../../guide/drift/types.ts";
import type { Known, Model } from "../../model/types.ts";
import { review } from "../../review/feature.ts";
import type { Survey } from "../../survey/types.ts";
import { interfaceKey } from "../../text/names.ts";
import { once } from "../../text/once.ts";
import { agesOf } from "./ages.ts";
import { staleRows } from "./stale-rows.ts";

/** The code and the documents as they were. */
export interface Past {
  survey: Survey;
  /** @returns the text that a file had; undefined where there was none. @param path relative to the workspace */
  text(path: string): string | undefined;
}

/** What a feature's design and the code differ in, with what the documents say. */
export interface Drifted {
  report: DriftReport;
  model: Model;
}

const LARGEST_CONTRACT = 4 * 1024 * 1024;

/**
 * @param context with the facts of the code
 * @returns holds the models of features against the code
 */
export function driftTeller(workspace: Workspace, context: Known & { survey: Survey }): (model: Model) => DriftReport {
  const ground = groundOf(workspace, context);
  return (model) => driftOf(model, ground);
}

/**
 * @param context with the facts of the code
 * @param past where only what has come since counts
 * @returns compares the design of one feature after the other with the code
 */
export function driftsOf(workspace: Workspace, context: Known & { survey: Survey }, past?: Past): (key: FeatureKey) => Drifted {
  const ground = groundOf(workspace, context);
  const { designed } = ground;
  const before = past && withContracts(past.survey, past.text);
  return (key) => {
    const feature = readFeature(workspace, key);
    const { model } = review(feature, context);
    if (!past || !before) {
      const { state, drifts } = driftOf(model, ground);
      return { model, report: { state, drifts: [...drifts, ...staleRows(workspace.root, model)] } };
    }
    const was = asOf(workspace, feature, past.text);
    const then = isSame(feature, was) ? model : review(was, context).model;
    const [now, plain] = [driftOf(model, { ...ground, past: before }), driftOf(model, ground)];
    return { model, report: driftSince({ now, plain, before: driftOf(then, { survey: before, designed }) }) };
  };
}

function groundOf(workspace: Workspace, context: Known & { survey: Survey }) {
  const { root } = workspace;
  return {
    survey: withContracts(context.survey, (file) => onDisk(root, file)),
    designed: once(() => new Set(listFeatures(workspace).flatMap((key) => interfacesOf(workspace, context, key)))),
    isOlder: agesOf(root),
  };
}

function isSame(a: Feature, b: Feature): boolean {
  return DOCUMENT_KINDS.every((kind) => a.documents[kind]?.markdown.text === b.documents[kind]?.markdown.text);
}

function interfacesOf(workspace: Workspace, context: Known, key: FeatureKey): string[] {
  return review(readFeature(workspace, key), context).model.backend.interfaces.map(({ name }) => interfaceKey(name));
}

function withContracts(survey: Survey, textOf: (file: string) => string | undefined): Survey {
  const files = survey.settings.filter(({ kind, name }) => kind === "contract" && /openapi|swagger/i.test(name));
  return withEmitted(
    survey,
    files.flatMap(({ file }) => {
      const text = textOf(file);
      return text === undefined ? [] : [{ file, text }];
    }),
  );
}

function onDisk(root: string, file: string): string | undefined {
  const read = readRegular(join(root, file), LARGEST_CONTRACT);
  return "unread" in read ? undefined : read.bytes.toString("utf8");
}
