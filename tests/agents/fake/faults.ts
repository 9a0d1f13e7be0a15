import type { Fault } from "./server.ts";

/** What goes wrong with calls, and passes. */
export const FAULTS: readonly (readonly [string, Fault])[] = [
  ["429 with retry-after", { kind: "status", status: 429, type: "rate_limit_error", headers: { "retry-after": "0.01" } }],
  ["500", { kind: "status", status: 500, type: "api_error" }],
  ["529", { kind: "status", status: 529, type: "overloaded_error" }],
  ["a socket that is cut in mid-stream", { kind: "cut" }],
  ["a stream that ends before the answer", { kind: "early-end" }],
  ["a stream that says nothing more", { kind: "stall" }],
  ["an error in mid-stream", { kind: "error-event" }],
];
