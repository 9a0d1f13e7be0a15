import { createServer, type RequestListener, type Server } from "node:http";

/** Each limit apart; a server's defaults are often none. */
export function configure(handler: RequestListener): Server {
  const server = createServer({ maxHeaderSize: 16 * 1024, connectionsCheckingInterval: 1000 }, handler);
  server.headersTimeout = 5_000;
  server.requestTimeout = 10_000;
  // Above the 60 s of the balancer in front: it is the one that closes.
  server.keepAliveTimeout = 75_000;
  server.maxConnections = 2_000;
  return server;
}

/** Health and metrics have a port of their own: probes and the collector reach it, and no route from outside leads there. */
export const ADDRESSES = { public: { host: "0.0.0.0", port: 8080 }, management: { host: "0.0.0.0", port: 9090 } };
