import type { Config } from "../config/config.ts";
import { CONFIG_FILES } from "../config/find.ts";
import { LEXICON_FOLDER } from "./lexicon/types.ts";

/**
 * @param baseline with the baseline
 * @returns the paths, relative to the workspace, that a context is made of: whatever is told by it is stale when one of these files
 *   changes, or what stands in one of these folders
 */
export function contextPaths({ templates, patterns, baseline: file }: Config, baseline: boolean): { files: string[]; folders: string[] } {
  return { files: [...CONFIG_FILES, ...(baseline ? [file] : [])], folders: [templates, patterns, LEXICON_FOLDER] };
}
