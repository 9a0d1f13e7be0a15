import { type FeatureKey, loadContext, openWorkspace, readFeature, review } from "../../core.ts";
import { count } from "../../report/words.ts";

/** An input that people wrote before anything was drafted, and what they had decided in it. */
export interface Decided {
  file: string;
  holds: string[];
}

/** @returns what the inputs beside the PRD hold: it is people's work, and no draft could state it */
export function decidedIn(root: string, key: FeatureKey): Decided[] {
  const workspace = openWorkspace(root);
  const { model } = review(readFeature(workspace, key), loadContext(workspace.root, workspace.config));
  const { research, contracts, entities } = model;
  const of = (all: readonly unknown[], noun: string) => (all.length === 0 ? [] : [count(all.length, noun)]);
  const { files } = workspace.config;
  return [
    { file: files.research, holds: [...of(research.components, "component"), ...of(research.decisions, "decision")] },
    { file: files.contracts, holds: [...of(contracts.structures, "structure"), ...of(contracts.interfaces, "endpoint")] },
    { file: files["data-design"], holds: of(entities, "table") },
  ].filter(({ holds }) => holds.length > 0);
}
