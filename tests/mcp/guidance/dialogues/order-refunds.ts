import type { Dialogue } from "../types.ts";

/** An API over one service: values that slip, a participant by another name, an error code without its row. */
export const ORDER_REFUNDS: Dialogue = {
  folder: "docs/plan/E00-examples/E00-F01-order-refunds",
  epic: "E00-examples",
  feature: "E00-F01-order-refunds",
  looks: [
    ["search_patterns", { words: "payment provider may have executed although we got no answer" }],
    ["read_page", { address: "patterns/idempotent-requests" }],
  ],
  slips: [
    {
      in: "architecture",
      cause: "contradiction",
      final: "doubling delays from 30 s to 1 h, for 72 hours (FR-8)",
      draft: "doubling delays from 30 s to 1 h, for 24 hours (FR-8)",
    },
    {
      in: "architecture",
      cause: "gap",
      final: "PostgreSQL 16, RabbitMQ 3.13, Email Provider | Publishes execution messages",
      draft: "PostgreSQL 16, RabbitMQ 3.13 | Publishes execution messages",
      told: "Outbox Relay",
    },
    {
      in: "architecture",
      cause: "gap",
      final: "  participant policy as Approval Policy\n",
      draft: "  participant policy as Rule Engine\n",
    },
    {
      in: "architecture",
      cause: "contradiction",
      final: "| Data | PostgreSQL 16 | The captured",
      draft: "| Data | PostgreSQL 15 | The captured",
    },
    {
      in: "architecture",
      cause: "gap",
      final: "Outbox rows wait up to 24 hours; the refund itself is not held up",
      draft: "Emails are handled as appropriate",
    },
    { in: "architecture", cause: "form", final: "### Architectural Patterns\n\n|", draft: "### Architectural Patterns\n|" },
    {
      in: "architecture",
      cause: "form",
      final: "| Service | Mechanism | Purpose |\n| --- | --- | --- |\n",
      draft: "|Service|Mechanism|Purpose|\n|---|---|---|\n",
    },
    {
      in: "backend-design",
      cause: "contradiction",
      final: "query `limit` integer, 1 to 100, default 25",
      draft: "query `limit` integer, 1 to 200, default 50",
      told: "limit",
    },
    {
      in: "backend-design",
      cause: "contradiction",
      final: "`409 REFUND_NOT_WAITING`, `412 REFUND_CHANGED`",
      draft: "`404 REFUND_NOT_WAITING`, `412 REFUND_CHANGED`",
    },
    {
      in: "backend-design",
      cause: "contradiction",
      final: "| `CreateRefundRequest` | `note` | string | no | at most 500 characters |",
      draft: "| `CreateRefundRequest` | `note` | string | no | at most 1000 characters |",
    },
    {
      in: "backend-design",
      cause: "gap",
      final: "The refund is already decided |\n| `REFUND_CHANGED` | 412 | The refund changed after it was read |\n",
      draft: "The refund is already decided |\n",
      told: "REFUND_CHANGED",
    },
    {
      in: "backend-design",
      cause: "gap",
      final: "an old major version runs for 6 months after its successor, with Deprecation and Sunset headers.",
      draft: "TBD",
    },
    {
      in: "backend-design",
      cause: "form",
      final: "| Structure | Purpose |\n| --- | --- |\n",
      draft: "| Structure | Purpose |\n|:--|:--|\n",
    },
    {
      in: "backend-design",
      cause: "form",
      final: "#### GET /refunds/{refundId}\n\n- **Purpose**",
      draft: "#### GET /refunds/{refundId}\n- **Purpose**",
    },
  ],
};
