import { listFeatures } from "../../feature/list-features.ts";
import { readFeature, withText } from "../../feature/read-feature.ts";
import type { FeatureKey } from "../../feature/types.ts";
import type { Workspace } from "../../feature/workspace.ts";
import { mayMention, mentionsIn, type Written } from "../../guide/traced-code/mentions.ts";
import { traceCode } from "../../guide/traced-code/trace.ts";
import type { CodeMention, CodeTrace } from "../../guide/traced-code/types.ts";
import { requirementKey } from "../../model/requirements/ids.ts";
import type { Known, Model, Requirement } from "../../model/types.ts";
import { review } from "../../review/feature.ts";
import { findRemarks } from "../../survey/remarks/find.ts";
import { historyOf } from "./history.ts";

/** What code, tests and commits say of the requirements of a workspace's features. */
export interface TracedCode {
  of(model: Model): CodeTrace;
  /** Mentions of ids that several features have, where nothing near says which one is meant. */
  unclear: number;
}

/** Reads the mentions of requirements in comments, names of tests and trailers of commits; nothing has to be written for it. */
export function tracedCode(workspace: Workspace, context: Known): TracedCode {
  const { root, config } = workspace;
  const features = listFeatures(workspace).map((key) => ({ key, statements: statementsOf(workspace, context, key) }));
  const isWanted = mayMention(features);
  const history = historyOf(root);
  const apart = [config.plan, config.templates, config.patterns, config.decisions];
  const inFiles = findRemarks(root, apart, isWanted).map(
    ({ file, isTest, remarks }): Written => ({ file, kind: isTest ? "test" : "code", lines: remarks }),
  );
  const inCommits = history
    .trailers()
    .filter(({ text }) => isWanted(text))
    .map(
      ({ commit, text }): Written => ({ file: commit, kind: "commit", lines: text.split("\n").map((line) => ({ line: 0, text: line })) }),
    );
  const { found, unclear } = mentionsIn([...inFiles, ...inCommits], features);
  return { unclear, of: (model) => traceCode(model, found, changeTeller(workspace, context, model, history)) };
}

function statementsOf(workspace: Workspace, context: Known, key: FeatureKey): Requirement[] {
  return review(readFeature(workspace, key), context).model.statements;
}

/** Says of a mention whether its statement said something else when it was written: the PRD is read as that commit has it. */
function changeTeller(
  workspace: Workspace,
  context: Known,
  model: Model,
  history: ReturnType<typeof historyOf>,
): (mention: CodeMention) => boolean {
  const { prd } = model.documents;
  const saidAt = new Map<string, ReadonlyMap<string, string>>();
  const wordsAt = (commit: string) => {
    const text = prd && history.textAt(commit, prd.file);
    if (!prd || text === undefined || text === prd.markdown.text) return undefined;
    const known = saidAt.get(text) ?? said(review(withText(workspace, model.feature, "prd", text), context).model.statements);
    saidAt.set(text, known);
    return known;
  };
  const now = said(model.statements);
  return ({ kind, file, line, id }) => {
    const commit = kind === "commit" ? file : history.writer(file, line);
    const then = commit ? wordsAt(commit)?.get(requirementKey(id)) : undefined;
    return then !== undefined && then !== now.get(requirementKey(id));
  };
}

/** Only words count: not how they are set, nor where lines end. */
function said(statements: readonly Requirement[]): ReadonlyMap<string, string> {
  return new Map(
    statements.map(({ id, whole }) => [
      requirementKey(id),
      whole
        .replace(/[^\p{L}\p{N}.,%<>=-]+/gu, " ")
        .trim()
        .toLowerCase(),
    ]),
  );
}
