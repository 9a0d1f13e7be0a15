import { InMemoryServerEventBus, type McpServer, type ServerEventBus } from "@modelcontextprotocol/server";
import type { Session } from "../project.ts";
import { addressOf, COMPUTED } from "./addresses.ts";

/** Tells the addresses of pages that change; the files are watched while somebody listens. */
export interface Watch {
  /**
   * @returns ends the listening
   * @throws KnownError as opening the project does
   */
  listen(told: (uri: string) => void): Promise<() => void>;
}

/** Watches a session's project, once for all that listen. */
export function watchFor(session: Session): Watch {
  const listeners = new Set<(uri: string) => void>();
  let stop: (() => void) | undefined;
  return {
    async listen(told) {
      const { openProject, watchPlan } = await import("../core.ts");
      stop ??= watchPlan(openProject(session).workspace, (key, kind) => {
        // What is computed from a document changes with it.
        for (const page of [kind, ...COMPUTED]) for (const tell of listeners) tell(addressOf(key, page));
      });
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
  let listening: Promise<() => void> | undefined;
  const end = () => {
    listening?.then((stop) => stop()).catch(() => {});
    listening = undefined;
  };
  server.server.setRequestHandler("resources/subscribe", async ({ params }) => {
    wanted.add(params.uri);
    listening ??= watch.listen((uri) => {
      // A client that has gone needs no telling.
      if (wanted.has(uri)) server.server.sendResourceUpdated({ uri }).catch(() => {});
    });
    try {
      await listening;
    } catch (thrown) {
      end();
      throw thrown;
    }
    return {};
  });
  server.server.setRequestHandler("resources/unsubscribe", ({ params }) => {
    wanted.delete(params.uri);
    if (wanted.size === 0) end();
    return {};
  });
}

/** The bus of all clients over HTTP: the files are watched while one of them holds a stream open. */
export function busOf(watch: Watch): ServerEventBus {
  const bus = new InMemoryServerEventBus();
  let open = 0;
  let listening: Promise<(() => void) | undefined> | undefined;
  return {
    publish: (event) => bus.publish(event),
    subscribe(listener) {
      const leave = bus.subscribe(listener);
      open++;
      // A project that has gone changes no more; the calls tell it.
      listening ??= watch.listen((uri) => bus.publish({ kind: "resource_updated", uri })).catch(() => undefined);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        leave();
        open--;
        if (open > 0) return;
        void listening?.then((stop) => stop?.());
        listening = undefined;
      };
    },
  };
}
