import type { Dialogue } from "../types.ts";

/** A service that is reached by events: an event without a reader, a state that slips, pieces that are held for another time. */
export const STOCK_RESERVATIONS: Dialogue = {
  folder: "docs/plan/E00-examples/E00-F03-stock-reservations",
  epic: "E00-examples",
  feature: "E00-F03-stock-reservations",
  looks: [
    ["search_patterns", { words: "the same event is delivered twice" }],
    ["read_page", { address: "patterns/transactional-outbox" }],
  ],
  slips: [
    {
      in: "architecture",
      cause: "contradiction",
      final: "Every 5 s, release expired reservations in batches of 200, skipping locked rows; stop behind a backlog of 60 s",
      draft: "Every 30 s, release expired reservations in batches of 200, skipping locked rows; stop behind a backlog of 90 s",
    },
    {
      in: "architecture",
      cause: "gap",
      final: "reconciler -->|old counts, new counts| manager\n  reconciler -->|REST v3, stock counts| warehouse\n",
      draft: "reconciler -->|old counts, new counts| manager\n",
      told: "Count Reconciler",
    },
    {
      in: "architecture",
      cause: "gap",
      final: "  participant ledger as Stock Ledger\n",
      draft: "  participant ledger as Stock Table\n",
    },
    {
      in: "architecture",
      cause: "contradiction",
      final: "| Messaging | Apache Kafka 3.8 with franz-go 1.17 |",
      draft: "| Messaging | Apache Pulsar 3.3 |",
    },
    { in: "architecture", cause: "form", final: "### Internal Integrations\n\n|", draft: "### Internal Integrations\n|" },
    {
      in: "backend-design",
      cause: "contradiction",
      final: "| `OrderLine` | `quantity` | integer | yes | 1 to 999 | Ordered pieces |",
      draft: "| `OrderLine` | `quantity` | integer | yes | 1 to 99 | Ordered pieces |",
    },
    {
      in: "backend-design",
      cause: "contradiction",
      final: "| `UNKNOWN_SKU` | rejected event |",
      draft: "| `UNKNOWN_SKU` | dead letter |",
    },
    {
      in: "backend-design",
      cause: "gap",
      final: "| `StockReleased` | Payload of `stock.released` |\n| `StockCommitted` | Payload of `stock.committed` |\n",
      draft: "| `StockReleased` | Payload of `stock.released` |\n",
      told: "StockCommitted",
    },
    {
      in: "backend-design",
      cause: "gap",
      final:
        "to the Warehouse System.\n- Authorization: read `shop.orders` and `shop.stock`, read and write the three own topics; replays need the role `stock-operator`.\n",
      draft: "to the Warehouse System.\n",
      told: "uthorization",
    },
    {
      in: "backend-design",
      cause: "form",
      final: "Consumed, each with the rules that its publisher may rely on:\n\n#### order.placed",
      draft: "Consumed, each with the rules that its publisher may rely on:\n#### order.placed",
    },
  ],
};
