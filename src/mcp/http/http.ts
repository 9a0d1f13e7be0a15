import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { localhostHostValidation, localhostOriginValidation, toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, type McpServerFactory, type ServerEventBus } from "@modelcontextprotocol/server";
import { KnownError } from "../../core.ts";
import { requireToken } from "./token.ts";

/** What is served over HTTP. */
interface HttpOptions {
  /** 0 takes any that is free. */
  port: number;
  /** What a client has to bear; absent: whoever reaches the port is served. */
  token?: string;
  bus?: ServerEventBus;
}

/** A server that listens. */
export interface Listening {
  url: string;
  /** Ends the streams, lets running calls end for a moment, and stops. */
  close(): Promise<void>;
}

const PATH = "/mcp";
const LOOPBACK = "127.0.0.1";
/** A document of the largest size, as JSON. */
const BODY_LIMIT = 4 * 1024 * 1024;
const GRACE_MS = 2000;

/**
 * Serves MCP as Streamable HTTP on the loopback address, a new server for each request: no client sees another one's answers.
 *
 * @throws KnownError (`token`) for one that is easily guessed, (`port`) where the port is taken or not allowed
 */
export async function serveHttp(factory: McpServerFactory, { port, token, bus }: HttpOptions): Promise<Listening> {
  if (token !== undefined) requireToken(token, "the options");
  const handler = createMcpHandler(factory, { bus, maxRequestBodySize: BODY_LIMIT });
  const answer = toNodeHandler(handler, { maxRequestBodySize: BODY_LIMIT });
  const hostHolds = localhostHostValidation();
  const originHolds = localhostOriginValidation();
  const server = createServer((request, response) => {
    // A page in a browser reaches the loopback address too: it is known by the names that it gives.
    if (!hostHolds(request, response) || !originHolds(request, response)) return;
    if (!isPath(request)) refuse(response, 404, `Unexpected path, expected ${PATH}.`);
    else if (token !== undefined && !bears(request, token)) refuseStranger(response);
    else void answer(request, response);
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://${LOOPBACK}:${taken}${PATH}`, close: () => stop(server, () => handler.close()) };
}

function isPath({ url = "" }: IncomingMessage): boolean {
  return url.split("?", 1)[0] === PATH;
}

function bears({ headers }: IncomingMessage, token: string): boolean {
  const [scheme = "", given = ""] = (headers.authorization ?? "").split(" ");
  const digest = (text: string) => createHash("sha256").update(text).digest();
  // By digests of one length, in a time that tells nothing of the token.
  return scheme.toLowerCase() === "bearer" && timingSafeEqual(digest(given), digest(token));
}

function refuseStranger(response: ServerResponse): void {
  response.setHeader("WWW-Authenticate", "Bearer");
  refuse(response, 401, "Expected the bearer token that the server printed when it started, in the header Authorization.");
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "Content-Type": "application/json", Connection: "close" });
  response.end(JSON.stringify({ jsonrpc: "2.0", id: null, error: { code: -32000, message } }));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new KnownError(
          "port",
          `cannot listen on port ${port}: ${error.code ?? "unknown"}`,
          "Name another one with --port, or leave it out.",
        ),
      ),
    );
    server.listen(port, LOOPBACK, resolve);
  });
}

async function stop(server: Server, endStreams: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await endStreams();
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(impatience);
}
