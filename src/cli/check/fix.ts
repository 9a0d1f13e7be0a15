import {
  changedDocuments,
  contextFor,
  copyCitedPatterns,
  type FeatureKey,
  fixFeature,
  numberRequirements,
  readFeature,
  review,
  unifiedDiff,
  type Workspace,
  writeFixes,
} from "../../core.ts";
import { inTurn } from "../in-turn.ts";
import type { Io } from "../io.ts";
import type { CheckOptions } from "./options.ts";

/** Mends the features, or shows as a diff how it would; says what it did. */
export async function mend(
  workspace: Workspace,
  baseline: boolean,
  keys: readonly FeatureKey[],
  options: CheckOptions,
  io: Io,
): Promise<void> {
  const context = contextFor(workspace, baseline);
  let mended = 0;
  let unnumbered = 0;
  await inTurn(keys, (key) => {
    const before = readFeature(workspace, key);
    const numbered = options.numberRequirements ? fixFeature(workspace, before, context, numberRequirements) : undefined;
    const fixed = fixFeature(workspace, numbered?.feature ?? before, context);
    unnumbered += options.numberRequirements ? 0 : numberRequirements(review(before, context)).length;
    mended += [...(numbered?.rounds ?? []), ...fixed.rounds].flat().length;
    if (options.dryRun)
      for (const { kind, file, markdown } of changedDocuments(before, fixed.feature))
        io.out(unifiedDiff(file, before.documents[kind]?.markdown.text ?? "", markdown.text));
    else {
      for (const { file } of writeFixes(workspace, before, fixed.feature)) io.err(`mended ${file}\n`);
      for (const file of copyCitedPatterns(workspace, review(readFeature(workspace, key), context)))
        io.err(`copied ${file}, which the design links to\n`);
    }
  });
  io.err(`${mended} ${mended === 1 ? "edit" : "edits"}${options.dryRun ? " proposed, nothing written" : ""}\n`);
  if (unnumbered > 0) io.err(`${unnumbered} requirements bear no ids; see what --fix --number-requirements --dry-run would give them.\n`);
}
