import { type FeatureKey, isOutput, loadContext, proveDiagrams, readFeature, review, type Workspace } from "../../core.ts";
import { inTurn } from "../in-turn.ts";
import type { ExitStatus, Io } from "../io.ts";
import { showProgress } from "../progress.ts";

/**
 * Draws every diagram of features, and tells what came of it.
 *
 * @returns 1 where a diagram was not drawn, 2 where nothing could be proved
 */
export async function prove(workspace: Workspace, keys: readonly FeatureKey[], io: Io): Promise<ExitStatus> {
  const context = loadContext(workspace.root, workspace.config);
  const drawn = await inTurn(keys, (key) => review(readFeature(workspace, key), context).model.diagrams);
  const diagrams = drawn.flat().filter(({ document }) => isOutput(document));
  const progress = showProgress("drawing", io);
  const proof = await proveDiagrams(diagrams, { env: io.env, onDrawn: (_, done, all) => progress.at(done, all) }).finally(() =>
    progress.end(),
  );
  if (proof.state === "not-proved") {
    io.err(`${io.style.red("error:")} whether the diagrams are drawn was not proved: ${proof.reason}\n${proof.advice}\n`);
    return 2;
  }
  const failed = proof.drawn.filter(({ problem }) => problem !== undefined);
  for (const { diagram, problem } of failed) io.err(`${diagram.place.file}:${diagram.place.line}: not drawn: ${problem}\n`);
  io.err(`${proof.drawn.length - failed.length} of ${proof.drawn.length} diagrams drawn in a browser.\n`);
  return failed.length > 0 ? 1 : 0;
}
