import { DOCUMENT_KINDS } from "../config/config.ts";
import { folderOf } from "./list-features.ts";
import { withText } from "./read-feature.ts";
import type { Feature } from "./types.ts";
import type { Workspace } from "./workspace.ts";

/**
 * @param textAt gives the text that a file had, by its path in the workspace; undefined where there was none
 * @returns the feature with the documents that it had; those that were not there say nothing
 */
export function asOf(workspace: Workspace, feature: Feature, textAt: (path: string) => string | undefined): Feature {
  return DOCUMENT_KINDS.reduce((before, kind) => {
    const text = textAt(`${folderOf(workspace, feature.key)}/${workspace.config.files[kind]}`);
    return text === undefined && !before.documents[kind] ? before : withText(workspace, before, kind, text ?? "");
  }, feature);
}
