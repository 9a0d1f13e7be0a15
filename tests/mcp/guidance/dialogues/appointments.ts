import type { Dialogue } from "../types.ts";

/** 48 requirements and thirteen endpoints in tables: the draft forgets requirements, and says numbers and codes otherwise. */
export const APPOINTMENTS: Dialogue = {
  source: "tests/mcp/guidance/features/appointments",
  folder: "docs/plan/E02-clinic/E02-F01-appointments",
  epic: "E02-clinic",
  feature: "E02-F01-appointments",
  looks: [
    ["search_patterns", { words: "two people take the last free place at the same moment" }],
    ["search_patterns", { words: "hold something for a few minutes until it is confirmed" }],
    ["read_page", { address: "patterns/transactional-outbox" }],
  ],
  slips: [
    {
      in: "architecture",
      cause: "gap",
      final: "and two moves cannot wait for each other |\n| The time of an offer begins",
      draft: "and two moves cannot wait for each other |\n| TBD: when the time of an offer begins",
    },
    {
      in: "architecture",
      cause: "contradiction",
      final: "Appointment API: 30 requests a minute for each patient (NFR-6)",
      draft: "Appointment API: 60 requests a minute for each patient (NFR-6)",
      told: "NFR-6",
    },
    {
      in: "architecture",
      cause: "gap",
      final: "  jobs -->|closes days| slots\n  directory -->",
      draft: "  directory -->",
      told: "Slot Service",
    },
    { in: "architecture", cause: "gap", final: "  participant relay as Message Relay\n", draft: "  participant relay as Outbox Worker\n" },
    {
      in: "architecture",
      cause: "contradiction",
      final: "| Data | PostgreSQL 16 | Exclusion",
      draft: "| Data | MySQL 8 | Exclusion",
    },
    {
      in: "architecture",
      cause: "gap",
      final: "Delivers emails and text messages | Messages wait and are repeated for 6 hours; bookings go on |",
      draft: "Delivers emails and text messages | |",
    },
    { in: "architecture", cause: "form", final: "### Key Design Decisions\n\n|", draft: "### Key Design Decisions\n|" },
    {
      in: "architecture",
      cause: "form",
      final:
        "| FR-36 to FR-38, NFR-6 to NFR-8 | Appointment API, Background Jobs, security notes of [04](04-backend-design.md#security-notes) |\n",
      draft: "| FR-36 to FR-38, NFR-6 to NFR-8 | Appointment API, Background Jobs, security notes of 04 |\n",
    },
    {
      in: "backend-design",
      cause: "gap",
      final: "| Withdraw where no live claim exists | `403 FORBIDDEN`, `404 NOT_FOUND`, `409 SLOT_TAKEN` |",
      draft: "| Withdraw where no live claim exists | `403 FORBIDDEN`, `404 NOT_FOUND`, `409 SLOT_BUSY` |",
    },
    {
      in: "backend-design",
      cause: "contradiction",
      final: "`404 NOT_FOUND`, `409 SLOT_TAKEN`, `409 MOVED_TOO_OFTEN`, `409 TOO_LATE`",
      draft: "`404 NOT_FOUND`, `409 SLOT_TAKEN`, `422 MOVED_TOO_OFTEN`, `409 TOO_LATE`",
    },
    {
      in: "backend-design",
      cause: "gap",
      final: "| `Hold` | A slot that is held for a patient |\n",
      draft: "| `SlotHold` | A slot that is held for a patient |\n",
      told: "Hold",
    },
    {
      in: "backend-design",
      cause: "contradiction",
      final: "| `BookingRequest` | `reason` | string | yes | 1 to 300 characters | Reason for the visit |",
      draft: "| `BookingRequest` | `reason` | string | yes | 1 to 500 characters | Reason for the visit |",
      told: "500 characters",
    },
    {
      in: "backend-design",
      cause: "gap",
      final:
        "- Data protection: `reason` is encrypted at rest and in no message, log or trace (FR-34, NFR-7); erasure removes the patient within 30 days and leaves the history (FR-38), which is kept for 10 years (NFR-8).\n- Input",
      draft: "- Input",
      told: "ata protection",
    },
    {
      in: "backend-design",
      cause: "gap",
      final: "**Throttling**: `429` with Retry-After; other patients are not affected.",
      draft: "**Throttling**: handled appropriately.",
    },
    {
      in: "backend-design",
      cause: "form",
      final: "| Structure | Purpose |\n| --- | --- |\n",
      draft: "|Structure|Purpose|\n|---|---|\n",
    },
  ],
};
