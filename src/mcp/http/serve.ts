import { busOf, watchFor } from "../resources/subscriptions.ts";
import { beginSession, type ServeOptions } from "../serve.ts";
import { createServer } from "../server.ts";
import { type Listening, serveHttp } from "./http.ts";

/**
 * Serves a workspace over HTTP on the loopback address. A module of its own: over stdio nothing of HTTP is loaded.
 *
 * @param token what clients have to bear; absent: none
 * @throws KnownError `workspace`, `port`
 */
export function serveOverHttp({ port, token, ...options }: ServeOptions & { port: number; token?: string }): Promise<Listening> {
  const session = beginSession(options);
  const watch = watchFor(session);
  // An older client's connection ends with its answer: it cannot subscribe.
  return serveHttp(({ era }) => createServer(session, era === "modern" ? watch : undefined), { port, token, bus: busOf(watch) });
}
