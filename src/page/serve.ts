import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { decodedUri, type FeatureKey, formatKey, KnownError, once, watchPlan } from "../core.ts";
import { policyOf } from "./frame.ts";
import { makePages, type PageSource } from "./pages.ts";

/** Pages that are served for as long as somebody looks at them. */
export interface ServedPages {
  url: string;
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
const FIRST = "plan";
const CHANGES = "/changes";
/** The reviews of so many features are kept, so that a change costs one of them. */
const MOST_KEPT = 100;

/**
 * Serves the pages of a plan on the loopback address, read-only, and tells those who look when a document has changed.
 *
 * @param port 0 takes any that is free
 * @throws KnownError (`port`) where the port is taken or not allowed
 */
export async function servePages(source: PageSource, port: number): Promise<ServedPages> {
  const pages = freshPages(source);
  const waiting = new Set<ServerResponse>();
  const stopWatching = watchPlan(source.workspace, (key) => {
    pages.forget(key);
    for (const response of waiting) response.write("event: changed\ndata: {}\n\n");
  });
  const server = createServer((request, response) => {
    const problem = refusal(request);
    if (problem) return refuse(response, problem.status, problem.text);
    const { pathname } = new URL(request.url ?? "/", `http://${LOOPBACK}`);
    if (pathname !== CHANGES) return void answer(pages.get, pathname, request.method === "HEAD", response);
    response.writeHead(200, { ...headers(), "Content-Type": "text/event-stream" });
    response.write("retry: 1000\n\n");
    waiting.add(response);
    response.on("close", () => waiting.delete(response));
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${taken}/`,
    close: async () => {
      stopWatching();
      for (const response of waiting) response.end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Pages are made when somebody asks for them, and anew after a change. */
function freshPages(source: PageSource) {
  const reviews = new Map<string, ReturnType<PageSource["review"]>>();
  let made: Promise<ReadonlyMap<string, string>> | undefined;
  const review: PageSource["review"] = (key) => {
    const kept = reviews.get(formatKey(key)) ?? source.review(key);
    if (source.keys.length <= MOST_KEPT) reviews.set(formatKey(key), kept);
    return kept;
  };
  const make = async () => {
    const texts = new Map<string, string>();
    for await (const { path, text } of makePages({ ...source, review, live: true }, FIRST)) texts.set(`/${path}`, text);
    return texts;
  };
  return {
    forget(key: FeatureKey) {
      reviews.delete(formatKey(key));
      made = undefined;
    },
    get() {
      made ??= make();
      return made;
    },
  };
}

async function answer(
  get: () => Promise<ReadonlyMap<string, string>>,
  path: string,
  headOnly: boolean,
  response: ServerResponse,
): Promise<void> {
  try {
    const text = (await get()).get(path === "/" ? `/${FIRST}.html` : decodedUri(path));
    if (text === undefined) return refuse(response, 404, "There is no such page.");
    response.writeHead(200, { ...headers(), "Content-Type": "text/html; charset=utf-8" });
    response.end(headOnly ? undefined : text);
  } catch (thrown) {
    refuse(response, 500, thrown instanceof KnownError ? `${thrown.message}\n${thrown.advice}` : "The pages could not be made.");
  }
}

const headers = once(() => ({
  "Content-Security-Policy": `${policyOf(true)}; frame-ancestors 'none'`,
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
}));

const OWN_NAME = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** A page in a browser reaches the loopback address too: it is known by the names that it gives. */
function refusal({ method, headers: { host = "", origin } }: IncomingMessage): { status: number; text: string } | undefined {
  if (!OWN_NAME.test(host)) return { status: 403, text: "Unexpected Host, expected localhost." };
  if (origin !== undefined && origin !== `http://${host}`) return { status: 403, text: "Unexpected Origin, expected the page's own." };
  return method === "GET" || method === "HEAD" ? undefined : { status: 405, text: "The pages can only be read." };
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...headers(), "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
  response.end(`${text}\n`);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code = "unknown" }: NodeJS.ErrnoException) =>
      reject(new KnownError("port", `cannot listen on port ${port}: ${code}`, "Name another one with --port, or leave it out.")),
    );
    server.listen(port, LOOPBACK, resolve);
  });
}
