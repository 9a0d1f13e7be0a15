import { DEFAULTS, findRoot } from "../core.ts";
import type { ServeOptions } from "../mcp/serve.ts";
import type { Io } from "./io.ts";

/**
 * Serves a project over stdio.
 *
 * @param root as it was named on the command line
 * @throws KnownError (`workspace`) where the root cannot be a workspace
 */
export async function serveStdio(root: string | undefined, io: Io): Promise<void> {
  (await import("../mcp/serve.ts")).serve(serverOptions(root, io));
}

/** What a server is started with. */
export function serverOptions(root: string | undefined, io: Io): ServeOptions {
  return { ...chooseRoot(root, io), today: io.today, env: io.env, version: io.version };
}

function chooseRoot(root: string | undefined, { env, cwd }: Io): { root: string; source: string } {
  if (root) return { root, source: "--root" };
  const told = env.CLAUDE_PROJECT_DIR;
  return told ? { root: told, source: "CLAUDE_PROJECT_DIR" } : { root: findRoot(cwd, DEFAULTS.plan), source: "working directory" };
}
