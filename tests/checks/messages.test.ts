import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CATALOGUE_CHECKS, CHECKS, type DocumentKind, type WordedFinding } from "../../src/core.ts";
import { once } from "../../src/text/once.ts";
import { type Change, type Changes, reviewChanged } from "../support/mutate.ts";
import { markedIn, readExamples } from "../support/page-example.ts";

/** Puts a diagram where the template asks for none. */
const drawing =
  (...lines: string[]): Change =>
  (text) =>
    text.replace("## Technical Risks", `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\`\n\n## Technical Risks`);

/** Puts a block where the template asks for none. */
const block = (text: string) => replace("## Technical Risks", `${text}\n\n## Technical Risks`);

const replace =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, to);

type Case = [check: string, message: string, kind: DocumentKind, change: Change | Changes | undefined, at: number | string];

/** What the pages do not show: each further message, from one change to the clean example, at a line or at the words of it. */
const CASES: Case[] = [
  [
    "open-question",
    "remark",
    "architecture",
    block("<!-- remark Security Team: is a limit for each order enough? -->"),
    "<!-- remark Security Team",
  ],
  ["code-block", "definition", "architecture", block("~~~\nclass Refund:\n    id: str\n~~~"), "~~~"],
  ["code-block", "definition", "architecture", block("~~~mermaid\ninterface Refund {\n  id: string;\n}\n~~~"), "~~~mermaid"],
  ["code-block", "statement", "architecture", block("~~~js\nawait refunds.save(refund);\n~~~"), "~~~js"],
  ["code-block", "sql", "architecture", block("> ```\n> SELECT id FROM refunds\n> ```"), "> ```"],
  ["code-block", "shell", "architecture", block("- Nightly:\n\n  ~~~\n  set -e\n  npm ci\n  ~~~"), "  ~~~"],
  ["code-block", "configuration", "architecture", block("<pre>\n[server]\nport = 8080\n</pre>"), "<pre>"],
  ["code-block", "markup", "architecture", block('~~~\n<p class="open">Open</p>\n~~~'), "~~~"],
  ["code-block", "payload", "architecture", block('```json\n{ "id": 1 }\n```'), "```json"],
  ["code-block", "language", "architecture", block("```text\nin two steps\n```"), "```text"],
  ["code-block", "plain", "architecture", block("    in two steps"), "    in two steps"],
  ["missing-section", "strange", "architecture", replace("\n## Technology Stack\n", "\n## What We Build With\n"), "## What We Build With"],
  [
    "missing-section",
    "level",
    "architecture",
    replace("\n## Integration Points\n", "\n## System Context\n\nThe systems around.\n\n### Integration Points\n"),
    "### Integration Points",
  ],
  [
    "contradicted-input",
    "doubtful",
    "contracts",
    replace("60 requests a minute for each user over all four endpoints", "One user sends at most 90 requests a minute"),
    "at most 90 requests a minute",
  ],
  [
    "contradicted-input",
    "contradicted",
    "contracts",
    replace(
      "The service itself retries executions for 72 hours",
      "While the Payment Gateway is unavailable, executions of approved refunds are retried for 48 hours",
    ),
    "are retried for 48 hours",
  ],
  [
    "weak-answer",
    "misattributed",
    "backend-design",
    replace(
      "List the refunds of an order for the console's order page (FR-11)",
      "List the refunds of an order for the console's order page (FR-6)",
    ),
    "console's order page (FR-6)",
  ],
  ["padding", "blank", "architecture", replace("## Technology Stack", "\n\n\n## Technology Stack"), 170],
  [
    "picture-mismatch",
    "reversed",
    "architecture",
    replace("service -->|asks who approves| policy", "policy -->|asks who approves| service"),
    "policy -->|asks who approves| service",
  ],
  [
    "picture-mismatch",
    "untaken",
    "architecture",
    replace("Exposes one function to the Refund Service", "Exposes one function to the Refund Worker"),
    "Exposes one function to the Refund Worker",
  ],
  [
    "picture-mismatch",
    "misaddressed",
    "architecture",
    replace("worker->>adapter: look up before the next attempt", "worker->>policy: look up before the next attempt"),
    "worker->>policy: look up",
  ],
  [
    "status-mismatch",
    "unknown",
    "architecture",
    replace("api-->>agent: 201 with the refund", "api-->>agent: 202 with the refund"),
    "202 with the refund",
  ],
  [
    "missing-literal",
    "unlisted",
    "backend-design",
    {
      prd: replace(
        "with its status and the history",
        "with its status (`waiting`, `approved`, `executing`, `completed` or `expired`) and the history",
      ),
      "backend-design": replace("| `Refund` | `status` |", "| `Refund` | `status`|"),
    },
    "| `RefundEvent` | `status` |",
  ],
  [
    "value-drift",
    "doubtful",
    "backend-design",
    replace("**Window**: sliding, 60 seconds", "**Window**: sliding, 90 seconds"),
    "sliding, 90 seconds",
  ],
  ["value-drift", "listed", "architecture", block("Four reasons (`damaged`, `returned`, `goodwill`) are offered."), "Four reasons"],
  ["value-drift", "enumerated", "architecture", block("Each change goes from one of the five statuses to another."), "five statuses"],
  [
    "missing-literal",
    "displaced",
    "backend-design",
    {
      prd: replace("with its status and the history", "with its status, its way back (`card`, `transfer` or `voucher`) and the history"),
      "backend-design": replace(
        "| `Refund` | `createdAt` |",
        "| `Refund` | `way` | enum: card, transfer, cheque | yes | one of the values | How the money goes |\n| `Refund` | `createdAt` |",
      ),
    },
    "| `Refund` | `way` |",
  ],
  ["missing-literal", "renamed", "backend-design", (text) => text.replaceAll("finance-approver", "finance-manager"), "`finance-manager`"],
  [
    "missing-literal",
    "doubtful",
    "prd",
    replace("Support agents return money", "Support agents use the tag `refund-hand` to return money"),
    "`refund-hand`",
  ],
  ["missing-document", "missing", "research", undefined, 1],
  ["missing-document", "missing", "backend-design", undefined, 1],
  ["missing-document", "empty", "architecture", () => "---\ntitle: x\n---\n", 1],
  [
    "missing-document",
    "unwritten",
    "research",
    () =>
      "# Order refunds\n\n## Summary\n\n{The state of the codebase}\n\n| Layer | Technology |\n| --- | --- |\n| {Layer} | {Technology} |\n",
    1,
  ],
  ["unread-markup", "paragraph", "architecture", block("order_id_".repeat(1000)), "order_id_order"],
  ["front-matter", "missing", "architecture", replace(/^---[\s\S]*?---\n/, ""), 1],
  ["front-matter", "missing-key", "architecture", replace(/^status: .*\n/m, ""), 1],
  ["front-matter", "wrong-value", "architecture", replace(/^last_updated: .*/m, "last_updated: 2026-02-30"), "last_updated"],
  ["front-matter", "executable", "architecture", replace(/^---\n/, "---js\n"), 1],
  ["front-matter", "language", "architecture", replace(/^---\n/, "---toml\n"), 1],
  [
    "empty-section",
    "no-items",
    "architecture",
    replace(/(## Component Details\n\n)[\s\S]*?(?=## Data Flow)/, "$1Six of them.\n\n"),
    "## Component Details",
  ],
  [
    "empty-section",
    "other-form",
    "architecture",
    replace(/(## Component Details\n\n)[\s\S]*?(?=## Data Flow)/, "$1### Domain Models\n\n#### Refund\n\nA refund.\n\n"),
    "## Component Details",
  ],
  [
    "incomplete-component",
    "other-form",
    "architecture",
    () => "# Refunds\n\n## Components\n\n### Refund Model\n\n**Purpose**: a refund\n",
    "### Refund Model",
  ],
  [
    "incomplete-data-structure",
    "columns",
    "backend-design",
    () =>
      "# Refunds\n\n## Data Structures\n\n### Refund\n\n**Purpose**: x\n\n| Field | Type | Validation | Description |\n| --- | --- | --- | --- |\n| `a` | string | x | y |\n| `b` | string | x | y |\n",
    "### Refund",
  ],
  [
    "empty-section",
    "missing-part",
    "architecture",
    replace(/(## Technology Stack\n\n)[\s\S]*?(?=## Technical)/, "$1As everywhere.\n\n"),
    "## Technology Stack",
  ],
  [
    "empty-section",
    "empty-table",
    "architecture",
    replace(/(## Technology Stack\n\n\|.*\n\|.*\n)[\s\S]*?(?=\n## Technical)/, "$1"),
    "| Layer | Technology",
  ],
  [
    "empty-section",
    "template-text",
    "backend-design",
    replace(/(### Recovery Strategies\n\n).*/, "$1{What a caller does for each class of error, and what the service does by itself}"),
    "{What a caller",
  ],
  ["line-count", "too-long", "architecture", (text) => `${text}${"\nmore\n".repeat(20)}`, 201],
  ["broken-link", "file", "architecture", replace("(prd.md)", "(../somewhere/else.md)"), "../somewhere"],
  ["broken-link", "reference", "architecture", replace("(prd.md)", "(prd.md), [more][zzz-nowhere]"), "zzz-nowhere"],
  ["broken-link", "reference-misspelt", "prd", (text) => `${text}\nSee [here][refund-polcy].\n\n[refund-policy]: prd.md\n`, "refund-polcy"],
  ["broken-link", "file", "prd", (text) => `${text}\nSee [[nowhere]].\n`, "[[nowhere]]"],
  ["broken-link", "file", "prd", (text) => `${text}\n<img src="images/none.png">\n`, "images/none"],
  ["broken-link", "fragment", "architecture", replace("#api-endpoints", "#zzz-nowhere"), "#zzz-nowhere"],
  [
    "contract-mismatch",
    "missing-field",
    "backend-design",
    replace(/^\| `RefundDecision` \| `comment` .*\n/m, ""),
    "| `RefundDecision` | `decision`",
  ],
  [
    "contract-mismatch",
    "misspelt-field",
    "backend-design",
    replace("| `RefundPage` | `nextCursor`", "| `RefundPage` | `nextCursors`"),
    "`nextCursors`",
  ],
  ["contract-mismatch", "values", "backend-design", replace("enum: approve, reject", "enum: approve, refuse"), "approve, refuse"],
  [
    "contract-mismatch",
    "limit",
    "backend-design",
    replace("at most 500 characters | As requested", "at most 300 characters | As requested"),
    "at most 300",
  ],
  [
    "contract-mismatch",
    "structure-letters",
    "backend-design",
    (text) => text.replaceAll("RefundPage", "Refundpage"),
    "| `Refundpage` | `items`",
  ],
  ["contract-mismatch", "field-letters", "backend-design", replace("| `Refund` | `orderId`", "| `Refund` | `orderID`"), "`orderID`"],
  [
    "contract-mismatch",
    "nullable",
    "backend-design",
    replace("| `Refund` | `id` | uuid |", "| `Refund` | `id` | uuid, nullable |"),
    "uuid, nullable",
  ],
  [
    "contract-mismatch",
    "path-parameter",
    "backend-design",
    replace("#### GET /refunds/{refundId}\n", "#### GET /refunds/{refund}\n"),
    "#### GET /refunds/{refund}",
  ],
  [
    "contract-mismatch",
    "interface-letters",
    "backend-design",
    replace("#### GET /refunds/{refundId}\n", "#### GET /Refunds/{refundId}\n"),
    "#### GET /Refunds/{refundId}",
  ],
  [
    "contract-mismatch",
    "missing-parameter",
    "backend-design",
    replace("path `orderId` uuid; header `Idempotency-Key`, 16 to 64 characters, required.", "path `orderId` uuid."),
    "- **Parameters**: path `orderId` uuid.",
  ],
  [
    "contract-mismatch",
    "parameter-letters",
    "backend-design",
    replace("query `limit` integer, 1 to 100", "query `Limit` integer, 1 to 100"),
    "query `Limit` integer",
  ],
  [
    "contract-mismatch",
    "parameter-limit",
    "backend-design",
    replace("query `limit` integer, 1 to 100", "query `limit` integer, 1 to 250"),
    "1 to 250",
  ],
  [
    "contract-mismatch",
    "error-codes",
    "backend-design",
    replace("- **Error responses**: `400 INVALID_CURSOR`, `404 ORDER_NOT_FOUND`.", "- **Error responses**: `400 INVALID_CURSOR`."),
    "#### GET /orders/{orderId}/refunds",
  ],
  [
    "contract-mismatch",
    "precision",
    "backend-design",
    {
      contracts: replace("| `quantity` | integer | yes | at least 1", "| `quantity` | int64 | yes | at least 1"),
      "backend-design": replace("| `RefundLine` | `quantity` | integer", "| `RefundLine` | `quantity` | int32"),
    },
    "| `RefundLine` | `quantity` | int32",
  ],
  [
    "contract-mismatch",
    "missing-error",
    "backend-design",
    {
      contracts: replace(
        "| `REFUND_CHANGED` | 412 |",
        "| `LEDGER_CLOSED` | 409 | The books of the day are closed |\n| `REFUND_CHANGED` | 412 |",
      ),
    },
    "### Error Codes",
  ],
  [
    "contract-mismatch",
    "error-letters",
    "backend-design",
    { "backend-design": (text) => text.replaceAll("INVALID_CURSOR", "INVALIDCURSOR") },
    "| `INVALIDCURSOR` | 400",
  ],
  [
    "entity-mismatch",
    "values",
    "backend-design",
    { "data-design": replace("check: damaged, not_received, returned, goodwill", "check: damaged, lost, returned, goodwill") },
    "| `Refund` | `reason` | enum",
  ],
  [
    "entity-mismatch",
    "limit",
    "backend-design",
    { "data-design": replace("| note | varchar(500) |", "| note | varchar(200) |") },
    "| `Refund` | `note` | string",
  ],
  [
    "entity-mismatch",
    "precision",
    "backend-design",
    {
      contracts: replace("| `quantity` | integer | yes | at least 1", "| `quantity` | int64 | yes | at least 1"),
      "backend-design": replace("| `RefundLine` | `quantity` | integer", "| `RefundLine` | `quantity` | int64"),
      "data-design": replace("| quantity | integer |", "| quantity | smallint |"),
    },
    "| `RefundLine` | `quantity` | int64",
  ],
  [
    "contract-mismatch",
    "missing-interface",
    "backend-design",
    replace("#### GET /refunds/{refundId}\n", "#### GET /refunds/{refundId}/state\n"),
    "### API Endpoints",
  ],
  [
    "contract-mismatch",
    "body",
    "backend-design",
    replace("- **Response**: `200` with `RefundPage`; an order", "- **Response**: `200` with `Refund`; an order"),
    "- **Response**: `200` with `Refund`; an order",
  ],
  [
    "contract-mismatch",
    "status-codes",
    "backend-design",
    replace("`200` with the first answer for a repeated key", "the first answer for a repeated key"),
    "#### POST /orders/{orderId}/refunds",
  ],
  [
    "contract-mismatch",
    "error-status",
    "backend-design",
    replace("| `REFUND_CHANGED` | 412 |", "| `REFUND_CHANGED` | 409 |"),
    "| `REFUND_CHANGED` | 409 |",
  ],
  [
    "picture-mismatch",
    "undrawn",
    "architecture",
    replace("  service -->|order and captured payment| orders\n", ""),
    "| Refund Service | Holds the rules",
  ],
  [
    "status-mismatch",
    "elsewhere",
    "backend-design",
    (text) =>
      text
        .replace("| `INVALID_CURSOR` | 400 |", "| `INVALID_CURSOR` | by the filter |")
        .replace("Callers repeat `503` and", "A foreign cursor is `422 INVALID_CURSOR`. Callers repeat `503` and"),
    "`422 INVALID_CURSOR`",
  ],
  [
    "undeclared-component",
    "dependency",
    "architecture",
    replace("| none, a pure rule set with the limit as configuration |", "| Limits Service |"),
    "| Limits Service |",
  ],
  ["undeclared-component", "undrawn", "architecture", replace(/^ {2,4}(?:policy\[|service -->\|asks).*\n/gm, ""), "| Approval Policy |"],
  ["unowned-interface", "unowned", "architecture", replace("Exposes the four endpoints of 04; consumes", "Consumes"), 80],
  [
    "unowned-interface",
    "misspelt",
    "architecture",
    replace("Exposes the four endpoints of 04", "Exposes the four endpoints of 04, `POST /refunds/{refundId}/decisions` among them"),
    "/decisions`",
  ],
  [
    "missing-error-case",
    "no-errors",
    "backend-design",
    replace(/^- \*\*Error responses\*\*: `404 REFUND_NOT_FOUND`\.$/m, "- **Error responses**: none"),
    "- **Error responses**: none",
  ],
  [
    "undocumented-integration",
    "misspelt",
    "architecture",
    replace("| Email Provider | REST API, transactional", "| Mail Providers | REST API, transactional"),
    "### External Integrations",
  ],
  ["invalid-diagram", "size", "architecture", drawing("flowchart LR", `  ${"a --> ".repeat(9000)}b`), 180],
  ["invalid-diagram", "syntax", "architecture", drawing("pie", '  "lost": many'), '"lost": many'],
  ["invalid-diagram", "semicolon", "architecture", drawing("sequenceDiagram", "  A->>B: ask; then wait"), "ask; then"],
  ["invalid-diagram", "direction", "architecture", drawing("flowchart DOWN", "  a --> b"), "flowchart DOWN"],
  ["invalid-diagram", "nested-quotes", "architecture", drawing("flowchart LR", '  a["the "new" API"] --> b'), 'the "new" API'],
  ["invalid-diagram", "unclosed-label", "architecture", drawing("flowchart LR", "  a[Refund API --> b", "  b --> c"), "a[Refund API -->"],
  ["invalid-diagram", "word-end", "architecture", drawing("flowchart LR", "  begin --> end"), "begin --> end"],
  ["invalid-diagram", "missing-end", "architecture", drawing("flowchart LR", "  subgraph stores", "  a --> b"), "subgraph stores"],
  ["invalid-diagram", "surplus-end", "architecture", drawing("sequenceDiagram", "  A->>B: ask", "  end"), 183],
  ["invalid-diagram", "wrong-arrow", "architecture", drawing("flowchart LR", "  refund -> order"), "refund -> order"],
  ["invalid-diagram", "missing-colon", "architecture", drawing("sequenceDiagram", "  A->>B", "  B-->>A: yes"), "A->>B"],
  ["invalid-diagram", "participant-alias", "architecture", drawing("sequenceDiagram", "  participant A: API"), "participant A: API"],
  ["invalid-diagram", "attribute-order", "architecture", drawing("erDiagram", "  REFUND {", "    id: bigint PK", "  }"), "id: bigint"],
  ["invalid-diagram", "comment", "architecture", drawing("flowchart LR", "  a --> b // usual way"), "// usual way"],
  ["invalid-diagram", "second-diagram", "architecture", drawing("flowchart LR", "  a --> b", "graph TD", "  c --> d"), "graph TD"],
  [
    "invalid-diagram",
    "stray-text",
    "architecture",
    drawing("sequenceDiagram", "  A->>B: ask", "  Then B thinks about it."),
    "Then B thinks",
  ],
  ["invalid-diagram", "missing-header", "architecture", drawing("participant A", "A->>B: ask"), "participant A"],
  ["invalid-diagram", "missing-source", "architecture", drawing("sequenceDiagram", "  ->>B: ask"), "->>B: ask"],
  ["invalid-diagram", "missing-target", "architecture", drawing("sequenceDiagram", "  A->>: ask", "  B-->>A: yes"), "A->>: ask"],
  ["invalid-diagram", "missing-quote", "architecture", drawing("flowchart LR", '  a["Refund API] --> b'), 'a["Refund API]'],
  ["invalid-diagram", "attribute-keys", "architecture", drawing("erDiagram", "  REFUND {", "    uuid order_id FK UK", "  }"), "FK UK"],
  [
    "invalid-diagram",
    "reserved-word",
    "architecture",
    drawing("sequenceDiagram", "  participant Link", "  A->>Link: ask"),
    "participant Link",
  ],
  ["invalid-diagram", "inactive-participant", "architecture", drawing("sequenceDiagram", "  A->>B: ask", "  deactivate B"), "deactivate B"],
  ["unread-statement", "clash", "prd", replace("- **FR-2**: ", "- **FR-1**: Gifts vanish at midnight.\n- **FR-2**: "), "Gifts vanish"],
  ["untraced-requirement", "unknown", "architecture", replace("FR-1 to FR-4", "FR-1 to FR-4, US-901"), "US-901"],
];

/** One change to the document that the finding is in, or changes to several. */
function reviewed([, , kind, change]: Case): { findings: WordedFinding[]; lines: string[] } {
  const { findings, model } = reviewChanged(typeof change === "object" ? change : { [kind]: change });
  return { findings, lines: model.documents[kind]?.markdown.text.split("\n") ?? [] };
}

const reviews = new Map(CASES.map((changed) => [changed, once(() => reviewed(changed))]));

describe("each message, from one realistic change to the worked example", () => {
  it.each([...reviews].map(([changed, review]) => [...changed, review] as const))(
    "%s: %s in %s",
    (check, message, _kind, _change, at, review) => {
      const { findings, lines } = review();
      const own = findings.filter((finding) => finding.check === check);
      const line = typeof at === "number" ? at : lines.findIndex((text) => text.includes(at)) + 1;
      expect(own.map((finding) => [finding.message, finding.place.line])).toContainEqual([message, line]);
    },
  );
});

const ALL = [...CHECKS, ...CATALOGUE_CHECKS];

it("every message of every check is shown by a page or by a case", () => {
  const shown = new Set(CASES.map(([check, message]) => `${check} ${message}`));
  for (const { id } of ALL) {
    const { bad } = readExamples(readFileSync(`docs/checks/${id}.md`, "utf8"));
    for (const example of bad) for (const message of markedIn(example)) shown.add(`${id} ${message}`);
  }
  // What cannot be read as text never reaches a document: tests/cli shows it on real files.
  shown.add("missing-document unreadable");
  // A defect of groundplan itself: tests/review/left-out.test.ts shows one.
  shown.add("missing-document failed");
  // The worked example has no commands: tests/defects shows it on one that has.
  shown.add("missing-literal undescribed");
  shown.add("missing-literal unlisted-option");
  // Nor has it errors without a number: tests/defects shows it on one that has.
  shown.add("status-mismatch fate");
  // tests/checks/contradictions.test.ts shows these on the other worked examples.
  for (const message of ["unlisted", "swapped"]) shown.add(`status-mismatch ${message}`);
  shown.add("missing-literal doubtful-value");
  // tests/defects adds such a table to each worked example.
  shown.add("unmotivated-component unasked-table");
  shown.add("picture-mismatch unpublished");
  // Nor has it code: tests/survey/against-code.test.ts shows inputs that say of the code what it has not.
  for (const message of ["absent", "otherwise", "perhapsAbsent", "perhapsOtherwise", "stale", "gone"])
    shown.add(`contradicted-input ${message}`);
  // Nor events.
  shown.add("picture-mismatch uninterested");
  // The shipped catalogue names a replacement for every deprecated pattern: tests/context shows one that has none.
  shown.add("deprecated-pattern deprecated");
  // Settings outside of refused blocks need a configuration that lets the block pass: tests/config shows them.
  shown.add("code-statement configuration");
  // What has changed since a design was finished takes a finished one: tests/guide/reopened.test.ts shows it.
  for (const message of ["changed", "added"]) shown.add(`untraced-requirement ${message}`);
  // Approvals are of a text as it stands: tests/actions/approve.test.ts shows them.
  for (const message of ["unapproved", "changed-since"]) shown.add(`premature-status ${message}`);
  // Several of one document need two rows: tests/checks/only-seeming.test.ts shows them.
  shown.add("open-question several");
  // tests/guide/waivers.test.ts shows what the front matter says of the inputs.
  shown.add("unused-suppression waiver");
  // tests/diagrams shows a diagram that takes too long.
  shown.add("invalid-diagram time");
  // This repository has every page of its patterns: tests/context/uncopied-patterns.test.ts shows one that has none.
  shown.add("broken-link not-copied");
  // What the page of the catalogue lacks or has too much is told there: tests/context/catalogue.test.ts shows it.
  // No text of an example is a file that cannot be read: tests/contracts shows it.
  shown.add("invalid-contract unreadable");
  for (const message of ["no-index", "gone"]) shown.add(`pattern-unlisted ${message}`);
  const declared = ALL.flatMap(({ id, messages }) => Object.keys(messages).map((message) => `${id} ${message}`));
  expect(declared.filter((message) => !shown.has(message))).toEqual([]);
});

it("every message is worded without a hole", () => {
  for (const review of reviews.values()) {
    for (const { text, advice } of review().findings)
      expect(`${text} ${advice}`).not.toMatch(/undefined|\{(?:title|file|name|label|found|expected|check|key|id|url)\}/);
  }
});
