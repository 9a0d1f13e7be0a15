import { relative, resolve } from "node:path";
import { settingsFor, type Workspace } from "../../core.ts";
import type { ExitStatus, Io } from "../io.ts";

/** Shows what is set for a file: the general settings, with every override that matches it. */
export function printConfig({ root, config }: Workspace, file: string, io: Io): ExitStatus {
  const path = relative(root, resolve(io.cwd, file)).replaceAll("\\", "/");
  const { overrides: _, ...general } = config;
  io.out(`${JSON.stringify({ file: path, ...general, ...settingsFor(config, path) }, null, 2)}\n`);
  return 0;
}
