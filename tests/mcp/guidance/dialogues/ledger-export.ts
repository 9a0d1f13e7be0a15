import type { Dialogue } from "../types.ts";

/** A command line: exit codes, options and limits that slip. */
export const LEDGER_EXPORT: Dialogue = {
  folder: "docs/plan/E00-examples/E00-F02-ledger-export",
  epic: "E00-examples",
  feature: "E00-F02-ledger-export",
  looks: [["search_patterns", { words: "only one run for a period at the same time" }]],
  slips: [
    {
      in: "architecture",
      cause: "contradiction",
      final: "five attempts from 1 s, doubling to 30 s, with jitter",
      draft: "three attempts from 1 s, doubling to 30 s, with jitter",
    },
    {
      in: "architecture",
      cause: "gap",
      final: "| Declined | A process makes few requests and exits after five failures; no state would outlive it |",
      draft: "| Declined | |",
    },
    { in: "architecture", cause: "form", final: "### Key Design Decisions\n\n|", draft: "### Key Design Decisions\n|" },
    {
      in: "backend-design",
      cause: "contradiction",
      final: "`--limit` integer, 1 to 500, default 50; `--cursor` string",
      draft: "`--limit` integer, 1 to 1000, default 50; `--cursor` string",
    },
    {
      in: "backend-design",
      cause: "contradiction",
      final: "0 passed; 2 `INVALID_ARGUMENT`; 3 `EXPORT_NOT_FOUND`; 6 `MANIFEST_INVALID`",
      draft: "0 passed; 2 `INVALID_ARGUMENT`; 4 `EXPORT_NOT_FOUND`; 6 `MANIFEST_INVALID`",
    },
    {
      in: "backend-design",
      cause: "gap",
      final: "[--since time] [--limit number] [--cursor text]",
      draft: "[--limit number] [--cursor text]",
      told: "--since",
    },
    {
      in: "backend-design",
      cause: "gap",
      final: "or holds another one under this id |\n| `INTERRUPTED` | 130 | SIGINT or SIGTERM; the last checkpoint or part is kept |\n",
      draft: "or holds another one under this id |\n",
      told: "INTERRUPTED",
    },
    {
      in: "backend-design",
      cause: "gap",
      final:
        "so an export is never silently partial.\n- Data protection: modes 0750 and 0640, TLS 1.2 or later, no booking texts in logs.\n",
      draft: "so an export is never silently partial.\n",
      told: "ata protection",
    },
    {
      in: "backend-design",
      cause: "form",
      final: "- **Strategy**: semantic version",
      draft: "* **Strategy**: semantic version",
    },
  ],
};
