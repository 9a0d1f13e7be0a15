import type { Rewording } from "./types.ts";

/** What the worked example on refunds says, in other words. */
export const REFUNDS: readonly Rewording[] = [
  ["architecture", "for 72 hours (FR-8)", "for three days (FR-8)"],
  [
    "backend-design",
    "The service retries executions for 72 hours and reconciles them hourly",
    "Executions are attempted again for 72 h, and compared with the gateway every hour",
  ],
  ["backend-design", "runs for 6 months", "stays in service for six months"],
  ["backend-design", "at most 15 minutes old", "no older than 900 s"],
  ["architecture", "Queue drained at 10 a second", "The queue is emptied at ten messages per second"],
  [
    "architecture",
    "alarm when the oldest execution is 10 minutes old",
    "an alarm is raised once the oldest waiting execution reaches 10 min",
  ],
  ["backend-design", "60 requests a minute for each user", "one request a second on average, that is 60 in any minute, for each user"],
  ["backend-design", "texts are limited to 500 characters", "free text holds no more than 500 characters"],
  ["architecture", "Outbox rows wait up to 24 hours", "Rows of the outbox are kept for one day at most"],
  [
    "backend-design",
    "Four HTTP endpoints below `/v1` let the support console request, list, read and decide refunds.",
    "The support console requests, lists, reads and decides refunds through 4 HTTP endpoints below `/v1`.",
  ],
  [
    "backend-design",
    "1. Decode the cursor (creation time and id, signed) and refuse one that was issued for another order.",
    "1. Read the signed cursor, made of creation time and id; one that belongs to another order is refused.",
  ],
  [
    "architecture",
    "Approve up to 200.00 by rule; name larger refunds as waiting",
    "Refunds of at most 200.00 are approved by rule; all larger ones are marked as waiting",
  ],
  [
    "architecture",
    "  api -->|commands and queries| service\n  api -->|idempotency keys| db",
    "  api -->|idempotency keys| db\n  api -->|commands, queries| service",
  ],
  ["architecture", "flowchart TB", "flowchart LR"],
  [
    "backend-design",
    "Callers repeat `503` and broken connections with the same key, after Retry-After, at most five times with doubling delays",
    "After Retry-After, callers try `503` and broken connections again under the same key, up to 5 times, each delay twice the last",
  ],
  [
    "backend-design",
    "Read refund, lines and history in one consistent snapshot.",
    "One consistent snapshot gives refund, lines and history.",
  ],
  [
    "architecture",
    "Accepting a refund and executing it are separate transactions joined by an outbox",
    "A refund is accepted in one transaction and executed in another, with an outbox between them",
  ],
  [
    "backend-design",
    "Lock the order's balance and compute each line: price paid times quantity, less its share of discounts, rounded half up.",
    "Take the lock on the order's balance; then each line is price paid times quantity less its discount share, rounded half up.",
  ],
  ["architecture", "5 s [timeout]", "5 seconds [timeout]"],
];
