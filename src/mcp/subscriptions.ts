import { InMemoryServerEventBus, type McpServer, type ServerEventBus } from "@modelcontextprotocol/server";
import { watchPlan } from "../index.ts";
import { COMPUTED } from "./pages.ts";
import { openProject, type Session } from "./project.ts";

/** Tells the addresses of pages that change; the files are watched while somebody listens. */
export interface Watch {
  /** @returns ends the listening */
  listen(told: (uri: string) => void): () => void;
}

/** Watches a session's project, once for all that listen. */
export function watchFor(session: Session): Watch {
  const listeners = new Set<(uri: string) => void>();
  let stop: (() => void) | undefined;
  const start = () =>
    watchPlan(openProject(session).workspace, ({ epic, feature }, kind) => {
      // What is computed from a document changes with it.
      for (const page of [kind, ...COMPUTED]) for (const told of listeners) told(`groundplan://features/${epic}/${feature}/${page}`);
    });
  return {
    listen(told) {
      stop ??= start();
      listeners.add(told);
      return () => {
        listeners.delete(told);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}

/** Serves the subscriptions of clients before 2026-07-28 on a connection that lasts; later ones are the SDK's to serve. */
export function registerSubscriptions(server: McpServer, watch: Watch): void {
  const wanted = new Set<string>();
  let stop: (() => void) | undefined;
  server.server.setRequestHandler("resources/subscribe", ({ params }) => {
    wanted.add(params.uri);
    stop ??= watch.listen((uri) => {
      // A client that has gone needs no telling.
      if (wanted.has(uri)) server.server.sendResourceUpdated({ uri }).catch(() => {});
    });
    return {};
  });
  server.server.setRequestHandler("resources/unsubscribe", ({ params }) => {
    wanted.delete(params.uri);
    if (wanted.size === 0) {
      stop?.();
      stop = undefined;
    }
    return {};
  });
}

/** The bus of all clients over HTTP: the files are watched while one of them holds a stream open. */
export function busOf(watch: Watch): ServerEventBus {
  const bus = new InMemoryServerEventBus();
  let open = 0;
  let stop: (() => void) | undefined;
  return {
    publish: (event) => bus.publish(event),
    subscribe(listener) {
      const leave = bus.subscribe(listener);
      open++;
      stop ??= watch.listen((uri) => bus.publish({ kind: "resource_updated", uri }));
      let left = false;
      return () => {
        if (left) return;
        left = true;
        leave();
        open--;
        if (open > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}
