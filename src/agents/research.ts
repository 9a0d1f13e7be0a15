import { createInputs } from "../index.ts";
import type { FeatureRun } from "./feature-run.ts";
import { reviewNow } from "./feature-run.ts";

/** Writes the research report from the repository where there is none. */
export async function research(feature: FeatureRun): Promise<string[]> {
  if (reviewNow(feature).model.documents.research) return [];
  createInputs(feature.workspace, feature.context, { key: feature.key, interfaces: [], today: feature.today });
  return [];
}
