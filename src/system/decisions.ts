import { cell } from "../model/documents/items.ts";
import type { Source } from "./group.ts";
import type { FeatureDecision } from "./types.ts";

/** @returns the key design decisions of a feature, with the records that their rows link to. */
export function readDecisions({ feature, model }: Source): FeatureDecision[] {
  return model.architecture.decisions.map((row) => ({
    feature,
    place: row.place,
    rationale: cell(row, "Rationale")?.text ?? "",
    impact: (cell(row, "Impact") ?? cell(row, "Consequences"))?.text ?? "",
    text: (cell(row, "Decision") ?? Object.values(row.cells)[0])?.text ?? "",
    records: model.links
      .filter(({ path, place }) => path !== undefined && place.file === row.place.file && place.line === row.place.line)
      .flatMap(({ path }) => (path !== undefined && model.feature.targets.get(path)?.decision ? [path] : [])),
  }));
}
