import type { Rewording } from "./types.ts";

/** What the worked example on stock reservations says, in other words. */
export const RESERVATIONS: readonly Rewording[] = [
  ["backend-design", "UTC, 5 to 60 minutes ahead", "UTC, from 5 min to 1 h ahead"],
  ["architecture", "stop behind a backlog of 60 s", "stop while the backlog is longer than a minute"],
  [
    "architecture",
    "Every minute, ask for the oldest counts, 5 a second, each with a limit of 2 s; skip an SKU for 15 minutes after a failure",
    "Once a minute, ask for the oldest counts, five each second, each within 2 seconds; after a failure leave the SKU out for 15 min",
  ],
  ["backend-design", "it first releases reservations, newest first", "reservations are released before, beginning with the newest"],
  [
    "backend-design",
    "Input validation: at most 64 KB, JSON Schema before processing",
    "Input validation: no message above 64 KB; its JSON Schema is checked before it is processed",
  ],
  ["backend-design", "An unexpected error gets 5 attempts within 15 s", "After an unexpected error, five attempts are made in 15 seconds"],
  [
    "backend-design",
    "OAuth 2.0 client credential of 10 minutes to the Warehouse System",
    "to the Warehouse System an OAuth 2.0 client credential that lasts 600 s",
  ],
  ["architecture", "24 partitions, three replicas, retention", "3 replicas, twenty-four partitions, retention"],
  ["architecture", "A sale sends 50 orders a second to one SKU", "One SKU gets fifty orders a second in a sale"],
  [
    "architecture",
    "Transactions of 5 ms, 5 repeats with 10 to 160 ms of jitter, load test in the build (NFR-5)",
    "Load test in the build; transactions of 5 milliseconds; five repeats with a jitter of 10–160 ms (NFR-5)",
  ],
  [
    "backend-design",
    "Outages pause the partition: 1 s, doubled up to 60 s, without limit, alarm after 60 s.",
    "An outage pauses the partition, first for one second, then twice as long each time up to a minute, without end; after a minute there is an alarm.",
  ],
  [
    "backend-design",
    "All twelve structures, eight events and fourteen codes follow",
    "The 12 structures, 8 events and 14 codes all follow",
  ],
  [
    "architecture",
    "The last count stays in force; asked again after 15 minutes, alarm at a count of 48 hours",
    "The count that was read last stays valid and is asked for again a quarter of an hour later; alarm at two days",
  ],
  ["architecture", "Keeps counts younger than 24 hours", "No count gets older than a day"],
  ["backend-design", "both are published for 6 months", "for half a year both are published"],
  [
    "architecture",
    "  consumer -->|inbox row or dead letter| db\n  consumer -->|placed, cancelled, paid, counted| manager",
    "  consumer -->|placed, cancelled, paid and counted| manager\n  consumer -->|row of the inbox, or a dead letter| db",
  ],
  [
    "backend-design",
    "This service releases a held reservation and keeps the reason, so that a later payment is refused (FR-7)",
    "A held reservation is released by this service, and its reason kept, so that a payment that comes later is refused (FR-7)",
  ],
  [
    "architecture",
    "while it is away, outbox rows wait and nothing expires",
    "during an outage nothing expires and the rows of the outbox wait",
  ],
  [
    "backend-design",
    "4 MB a second on `shop.orders`, which is 2,000 events of 2 KB, and 256 KB on `shop.stock`",
    "4 MB/s on `shop.orders`, that is 2000 events of 2 KB, and 256 KB/s on `shop.stock`",
  ],
  [
    "architecture",
    "Begins when a hold runs out; a late payment finds too few pieces.",
    "A hold has run out, and the payment that follows finds too few pieces.",
  ],
];
