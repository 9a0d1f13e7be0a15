import type { McpServer } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { openFolder, rememberCode } from "../core.ts";
import type { Session } from "./project.ts";
import { watchFor } from "./resources/subscriptions.ts";
import { keepTexts } from "./seen.ts";
import { createServer } from "./server.ts";

/** What a server is started with. */
export interface ServeOptions {
  root: string;
  /** Which rule chose the root. */
  source: string;
  today(): string;
  env: Readonly<Record<string, string | undefined>>;
  version: string;
}

/** The longest that a call may take; hosts give up at about a minute. */
const LIMIT_MS = 50_000;

/**
 * Resolves the root, once: what the folder's name leads to later does not move the workspace. A mistake in the configuration is told by the
 * calls, where an assistant reads it.
 *
 * @throws KnownError (`workspace`) where the root cannot be a workspace
 */
export function beginSession({ root, ...options }: ServeOptions): Session {
  return { ...options, root: openFolder(root).root, limitMs: LIMIT_MS, seen: keepTexts(), codeMemory: rememberCode() };
}

/**
 * Serves a workspace over stdio; the process ends when the client closes its end. `serveStdio` answers clients of the 2026-07-28
 * revision and of the older ones alike.
 *
 * @throws KnownError (`workspace`) where the root cannot be a workspace
 */
export function serve(options: ServeOptions): void {
  const session = beginSession(options);
  const watch = watchFor(session);
  const transport = new StdioServerTransport();
  let served: McpServer | undefined;
  serveStdio(
    () => {
      served = createServer(session, watch);
      return served;
    },
    { transport },
  );
  let listening = false;
  const deliver = transport.onmessage;
  transport.onmessage = (message) => {
    // Since 2026-07-28 the SDK holds the subscriptions, and passes on to each what it asked for: the files are to be watched.
    if (!listening && "method" in message && message.method === "subscriptions/listen") {
      listening = true;
      watch.listen((uri) => void served?.server.sendResourceUpdated({ uri }).catch(() => {})).catch(() => {});
    }
    deliver?.(message);
  };
}
