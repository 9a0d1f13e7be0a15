import { Console } from "node:console";
import { Writable } from "node:stream";
import type Anthropic from "@anthropic-ai/sdk";
import { proxyFetch } from "./proxy.ts";

export type Client = Anthropic;
export type Sdk = typeof import("@anthropic-ai/sdk");

/** The SDK with a client; the SDK is loaded here and nowhere else. */
export interface Connection {
  sdk: Sdk;
  client: Client;
}

/**
 * Loads the SDK and makes a client from what the environment says: key or token or profile, address, proxy.
 *
 * @param warn takes what the SDK has to say; nothing of it may reach stdout
 */
export async function connect(env: Readonly<Record<string, string | undefined>>, warn: (text: string) => void): Promise<Connection> {
  const sdk = await import("@anthropic-ai/sdk");
  const sink = new Writable({
    write(chunk, _encoding, done) {
      warn(String(chunk));
      done();
    },
  });
  const fetch = await proxyFetch(env);
  const client = new sdk.default({
    // Every attempt is ours: its cost is booked, and it is repeated in mid-stream too.
    maxRetries: 0,
    logger: new Console(sink, sink),
    openTelemetry: false,
    ...(fetch && { fetch }),
  });
  return { sdk, client };
}
