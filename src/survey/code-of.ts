import type { Workspace } from "../feature/workspace.ts";
import { surveyAt } from "./at-commit.ts";
import { cacheFolder } from "./cache-folder.ts";
import { hasCode } from "./has-code.ts";
import type { CodeMemory } from "./memory.ts";
import { type SurveyOptions, surveyWithDigest } from "./survey.ts";
import type { Survey, Surveyed } from "./types.ts";

declare const GROUNDPLAN_BUILD: string | undefined;

/** How the code of a workspace is asked for. */
export interface CodeOptions {
  /** The environment: it says where the user's own cache is. */
  env: Readonly<Record<string, string | undefined>>;
  /** Called while files are read. */
  progress?: (done: number, all: number) => void;
  /** Of a process that asks again and again. */
  memory?: CodeMemory;
}

/**
 * Surveys the code of a workspace once, as far as it has changed since the last time.
 *
 * @returns undefined where the workspace holds none beside its plan: to know that costs a few looks at folders
 */
export async function codeOf({ root, config }: Workspace, options: CodeOptions): Promise<Surveyed | undefined> {
  const apart = apartIn(config);
  const look = async (known?: Surveyed) =>
    hasCode(root, new Set(apart)) ? surveyWithDigest(root, { apart, ...kept(options), known }) : undefined;
  return options.memory ? options.memory.of([root, ...apart].join("\n"), look) : look();
}

/**
 * Surveys the code of a workspace as a commit has it.
 *
 * @param commit its full hash
 */
export async function codeAt({ root, config }: Workspace, commit: string, options: CodeOptions): Promise<Survey> {
  return surveyAt(root, commit, { apart: apartIn(config), ...kept(options) });
}

function apartIn({ plan, templates, patterns, decisions }: Workspace["config"]): string[] {
  return [plan, templates, patterns, decisions];
}

function kept({ env, progress }: CodeOptions): SurveyOptions {
  // Without a build there is no telling whether the code would still be read alike.
  const build = typeof GROUNDPLAN_BUILD === "undefined" ? undefined : GROUNDPLAN_BUILD;
  return { ...(build !== undefined && { cacheFolder: cacheFolder(env), build }), ...(progress && { progress }) };
}
