import { shippedContext } from "../context/load.ts";
import type { Workspace } from "../feature/workspace.ts";
import { exists, writeText } from "../feature/writing/write-document.ts";

const PLAN_README = `# Plan

One folder for each feature: \`{epic}/{feature}/\` with \`prd.md\`, \`00-research-report.md\` and, when they are
designed, \`02-architecture.md\` and \`04-backend-design.md\`.

- \`groundplan new <epic>/<feature>\` creates a feature's folder.
- \`groundplan next <feature>\` says what to write next.
- \`groundplan check\` checks everything.
`;

/** What `groundplan init` did, or would do. */
export interface Initialised {
  created: string[];
  kept: string[];
}

/**
 * Prepares a project: the folder of the plan, and on request the team's own copies of templates and patterns. What exists
 * is left as it is.
 */
export function initWorkspace(workspace: Workspace, { context, dryRun }: { context: boolean; dryRun: boolean }): Initialised {
  const wanted = new Map([[`${workspace.config.plan}/README.md`, PLAN_README], ...(context ? shippedContext(workspace.config) : [])]);
  const files = [...wanted.keys()];
  const created = files.filter((file) => !exists(workspace, file));
  if (!dryRun) for (const file of created) writeText(workspace, file, wanted.get(file) ?? "", null);
  return { created, kept: files.filter((file) => !created.includes(file)) };
}
