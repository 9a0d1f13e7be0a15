import { onTestFinished } from "vitest";
import { type FakeApi, openFakeApi } from "./server.ts";

/** Starts an API on loopback for the time of a test. */
export async function startFakeApi(...how: Parameters<typeof openFakeApi>): Promise<FakeApi> {
  const api = await openFakeApi(...how);
  onTestFinished(api.close);
  return api;
}
