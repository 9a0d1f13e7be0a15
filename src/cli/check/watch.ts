import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import type { Workspace } from "../../index.ts";

/** Saves of one edit come in bursts. */
const SETTLED_MS = 60;

/** Calls back whenever a document, template, pattern, decision record or the configuration of a workspace has changed; runs until the process ends. */
export function watchWorkspace({ root, config }: Workspace, changed: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLED_MS);
  };
  for (const folder of new Set([config.plan, config.templates, config.patterns, config.decisions])) {
    const path = join(root, folder);
    if (existsSync(path)) watch(path, { recursive: true }, wait);
  }
  const { source } = config;
  if (source !== undefined) watch(join(root, source), wait);
}
