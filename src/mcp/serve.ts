import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { openWorkspace } from "../index.ts";
import { createServer } from "./server.ts";

/** What a server is started with. */
interface ServeOptions {
  root: string;
  /** Which rule chose the root. */
  source: string;
  today(): string;
  version: string;
}

/**
 * Serves a workspace over stdio; the process ends when the client closes its end. `serveStdio` answers clients of the 2026-07-28
 * revision and of the older ones alike.
 *
 * @throws KnownError (`workspace`) where the root cannot be a workspace
 */
export function serve({ root, ...options }: ServeOptions): void {
  // Resolved once: what the folder's name leads to later does not move the workspace.
  const workspace = openWorkspace(root);
  serveStdio(() => createServer({ ...options, workspace }));
}
