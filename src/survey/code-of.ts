import type { Workspace } from "../feature/workspace.ts";
import { cacheFolder } from "./cache-folder.ts";
import { hasCode } from "./has-code.ts";
import { surveyWithDigest } from "./survey.ts";
import type { Surveyed } from "./types.ts";

declare const GROUNDPLAN_BUILD: string | undefined;

/** How the code of a workspace is asked for. */
export interface CodeOptions {
  /** The environment: it says where the user's own cache is. */
  env: Readonly<Record<string, string | undefined>>;
  /** Called while files are read. */
  progress?: (done: number, all: number) => void;
}

/**
 * Surveys the code of a workspace once, as far as it has changed since the last time.
 *
 * @returns undefined where the workspace holds none beside its plan: to know that costs a few looks at folders
 */
export async function codeOf({ root, config }: Workspace, { env, progress }: CodeOptions): Promise<Surveyed | undefined> {
  const { plan, templates, patterns, decisions } = config;
  const apart = [plan, templates, patterns, decisions];
  if (!hasCode(root, new Set(apart))) return undefined;
  // Without a build there is no telling whether the code would still be read alike.
  const build = typeof GROUNDPLAN_BUILD === "undefined" ? undefined : GROUNDPLAN_BUILD;
  return surveyWithDigest(root, {
    apart,
    ...(build !== undefined && { cacheFolder: cacheFolder(env), build }),
    ...(progress && { progress }),
  });
}
