import { readFileSync } from "node:fs";
import { DEFAULTS, type DocumentKind, loadContext, openWorkspace, type Review, readFeature, review } from "../../src/core.ts";

const KEYS = { refunds: { epic: "E00-examples", feature: "E00-F01-order-refunds" } };

/** The text of a document of the worked example. */
export function exampleText(kind: DocumentKind): string {
  return readFileSync(`${DEFAULTS.plan}/${KEYS.refunds.epic}/${KEYS.refunds.feature}/${DEFAULTS.files[kind]}`, "utf8");
}

/** The worked example of this repository, reviewed as it stands. */
export function reviewExample(): Review {
  const workspace = openWorkspace(".");
  return review(readFeature(workspace, KEYS.refunds), loadContext(workspace.root, workspace.config));
}

/** Reviews what stands in a workspace. */
export function reviewIn(root: string, key: { epic: string; feature: string }): Review {
  const workspace = openWorkspace(root);
  return review(readFeature(workspace, key), loadContext(workspace.root, workspace.config));
}
