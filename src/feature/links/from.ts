import { posix } from "node:path";

/**
 * @param folder of the feature, relative to the workspace
 * @param link relative to the workspace, with its anchor
 * @returns the link as it is right in the documents of the feature
 */
export function linkFrom(folder: string, link: string): string {
  return posix.relative(folder, link);
}
