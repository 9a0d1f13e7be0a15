import type { Rewording } from "./types.ts";

/** What the worked example on ledger exports says, in other words. */
export const EXPORTS: readonly Rewording[] = [
  ["architecture", "90 s, renewed every 30 s, with a token", "90 seconds, with a token, renewed each half minute"],
  ["architecture", "flush a segment of 10,000 entries to disk", "write a segment of ten thousand entries through to disk"],
  [
    "architecture",
    "five attempts from 1 s, doubling to 30 s, with jitter",
    "5 attempts, beginning at 1 second and doubled up to 30 seconds, with jitter",
  ],
  [
    "architecture",
    "Started at 02:00 by a timer; a host restart in the middle costs at most one segment.",
    "A timer starts it at 02:00; where the host restarts in between, one segment at most is lost.",
  ],
  [
    "backend-design",
    "modes 0750 and 0640, TLS 1.2 or later, no booking texts in logs",
    "no booking texts in logs, connections with TLS 1.2 and newer, directories of mode 0750, files of mode 0640",
  ],
  ["architecture", "send four parts of 16 MiB at a time", "send 4 parts at once, each of 16 MB"],
  [
    "backend-design",
    "every 15 minutes and at most eight times; it continues",
    "up to 8 times with a quarter of an hour in between; it continues",
  ],
  ["backend-design", "tokens of at most 60 minutes", "tokens that live no longer than one hour"],
  [
    "architecture",
    "Confirmed parts wait 7 days for a repeated upload; after that the file starts again",
    "For a week, confirmed parts wait for the upload to be repeated; later the file begins anew",
  ],
  ["architecture", "512 MiB suffice (NFR-1)", "half of a gigabyte is enough (NFR-1)"],
  [
    "backend-design",
    "All nine structures and four commands follow [01](01-interface-contracts.md) field by field.",
    "Field by field, the 9 structures and 4 commands are those of [01](01-interface-contracts.md).",
  ],
  ["architecture", "stream entries by number in pages of 1,000", "stream entries in pages of 1000, by number"],
  ["architecture", "Every step that takes longer than a minute leaves checkpoints", "Each step of more than 60 seconds leaves checkpoints"],
  [
    "backend-design",
    "  - `--pending` flag: up to 36 closed periods, oldest first, without a completed export of this close version and format",
    "  - `--pending` flag: closed periods that lack a completed export of this close version and format, the oldest first, 36 at most",
  ],
  [
    "architecture",
    "  cli -->|starts or resumes exports| coordinator\n  cli -->|uploads a directory| uploader",
    "  cli -->|starts and resumes| coordinator\n  cli -->|directory to upload| uploader",
  ],
  ["backend-design", "No answer from the Ledger Database within 30 s", "The Ledger Database has given no answer for 30 seconds"],
  ["architecture", "Refuse what is not uploadable; send four parts", "Turn away what cannot be uploaded; send four parts"],
  [
    "backend-design",
    "The tool itself tries each part and submission five times.",
    "By itself, the tool makes five attempts for each part and each submission.",
  ],
  [
    "backend-design",
    "a warning on stderr for 6 months before removal; manifests are verifiable for 10 years",
    "6 months before something is removed, stderr warns of it; a manifest can be verified for 10 years",
  ],
];
