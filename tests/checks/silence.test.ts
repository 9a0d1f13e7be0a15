import { describe, expect, it } from "vitest";
import type { DocumentKind } from "../../src/core.ts";
import { type Change, reviewChanged, told } from "../support/mutate.ts";

const both = (change: Change): Partial<Record<DocumentKind, Change>> => ({ architecture: change, "backend-design": change });

const PATTERNS = "../../../../context/patterns";

/** Documents that are correct, written in other ways: no check may say a word. */
const VARIANTS: [string, Partial<Record<DocumentKind, Change>>][] = [
  ["Windows lines", both((text) => text.replaceAll("\n", "\r\n"))],
  ["a byte order mark", both((text) => `\uFEFF${text}`)],
  ["no newline at the end", both((text) => text.trimEnd())],
  ["numbered headings", both((text) => text.replace(/^## (?=\w)/gm, () => "## 3. "))],
  ["headings in capitals, links to them mended", { architecture: (text) => text.replace(/^## .*$/gm, (heading) => heading.toUpperCase()) }],
  ["closing hashes and trailing spaces", both((text) => text.replace(/^(##+ .*)$/gm, "$1 ##   "))],
  [
    "a section of the team's own, in another language",
    both((text) =>
      text.replace(/^## Related Documents/m, "## Übersicht für den Betrieb\n\nDie Alarme stehen im Runbook.\n\n## Related Documents"),
    ),
  ],
  [
    "text in other scripts, with the marks that they need, and emoji",
    both((text) =>
      text.replace(
        /^## Related Documents/m,
        [
          "## Wording",
          "The message reads \u2067החזר כספי\u2069 in Hebrew, يُرَدُّ المبلغ\u200e in Arabic, می\u200cخواهم in Persian and क्\u200dष in Hindi.",
          "Заказ из API, IPшник, Δt and 5 μs, Ωmega; 辻\u{e0100} is a name; 👩\u200d💻 and 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}.",
          "## Related Documents",
        ].join("\n\n"),
      ),
    ),
  ],
  [
    "the limits, values and types of the contracts in other spellings",
    {
      "backend-design": (text) =>
        text
          .replace("| integer | yes | 0 to 99999999 |", "| int64 | yes | between 0 and 99,999,999 |")
          .replace(
            "| `CreateRefundRequest` | `note` | string | no | at most 500 characters |",
            "| `CreateRefundRequest` | `note` | string? | no | max. 500 chars |",
          )
          .replace(
            "| `RefundLine` | `quantity` | integer | yes | at least 1 |",
            "| `RefundLine` | `quantity` | integer | yes | more than 0 |",
          )
          .replace("| array of `RefundLine` | yes | 1 to 100 items |", "| `RefundLine[]` | yes | one line at least, no more than 100 |")
          .replace("| array of `Refund` | yes | at most 100 items |", "| List<Refund> | yes | up to 100 |")
          .replace("enum: approve, reject | yes | one of the values", "string | yes | one of `reject` or `approve`")
          .replace(
            "enum: damaged, not_received, returned, goodwill | yes | one",
            "enum (goodwill, damaged, not_received, returned) | yes | one",
          )
          .replace(
            "| `RefundDecision` | `comment` | string | yes | 1 to 500 characters |",
            "| `RefundDecision` | `comment` | varchar(500) | yes | not empty |",
          )
          .replace("integer, 1 to 100, default 25", "int32, at least 1 and at most 100, default is 25")
          .replace("#### GET /refunds/{refundId}\n", "#### GET /refunds/:refundId\n"),
    },
  ],
  [
    "links to the top, to lines, to words, to what an attribute or the host names, and to pages by their names",
    {
      prd: (text) =>
        `${text}\n[Up](#top), [line](prd.md?plain=1#L12), [lines](prd.md#L10C1-L12C3), [words](prd.md#:~:text=Support), [both](prd.md#overview:~:text=Support),\n[host](#user-content-overview), [part](#own-name), [[02-architecture]], [[prd.md#Overview|the PRD]], <a href="prd.md#overview">here</a>\n\n## A part {#own-name}\n\nText.\n`,
    },
  ],
  ["labels with the colon inside of the bold", { "backend-design": (text) => text.replace(/\*\*: /g, ":** ") }],
  [
    "labels in paragraphs instead of a list",
    {
      "backend-design": (text) =>
        text.replace(/^- (?=\*\*(?:Pattern|Parameters|Limits|Window|Throttling|Strategy|Current version|Deprecation policy)\*\*)/gm, "\n"),
    },
  ],
  [
    "a participant by the id of its node in the system diagram",
    { architecture: (text) => text.replace("  participant worker as Refund Worker\n", "  participant worker\n") },
  ],
  [
    "dependencies that begin with bold labels",
    {
      architecture: (text) =>
        text.replace(/\| Component \| Purpose[\s\S]*?(?=\n## Data Flow)/, (table) =>
          componentHeadings(table).replace(/^\*\*Dependencies\*\*: (.*)$/gm, "**Dependencies**:\n\n- **Needs**: $1"),
        ),
    },
  ],
  [
    "a variable in a quoted message",
    {
      "backend-design": (text) =>
        text.replace("No refund has this id |", 'No refund has this id; the message is "Refund {refundId} not found" |'),
    },
  ],
  [
    "components as headings",
    { architecture: (text) => text.replace(/\| Component \| Purpose[\s\S]*?(?=\n## Data Flow)/, componentHeadings) },
  ],
  [
    "more columns, and columns in another order",
    {
      architecture: (text) =>
        text.replace(
          /^\| Layer \| Technology \| Justification \|\n\| --- \| --- \| --- \|\n((?:\|.*\n)+)/m,
          (_, rows: string) =>
            `| Technology | Layer | Since | Justification |\n| --- | --- | --- | --- |\n${rows.replace(/^\| (.*?) \| (.*?) \| (.*?) \|$/gm, "| $2 | $1 | 2024 | $3 |")}`,
        ),
    },
  ],
  [
    "a remark below the labels of a list",
    { "backend-design": (text) => text.replace(/^(- \*\*Error responses\*\*.*)$/gm, "$1\n- Only the console calls it.") },
  ],
  [
    "a pattern that is applied in one place and specified in another",
    {
      architecture: (text) =>
        text
          .replace("| [Saga](", `| [Cache-Aside](${PATTERNS}/caching-patterns.md#cache-aside) | Applied | Refund Service |\n| [Saga](`)
          .replace("Refund Worker, doubling delays", "Refund Worker: doubling delays"),
      "backend-design": (text) =>
        text.replace("## Versioning", "Orders are cached for 30 s; without the cache the Order Service is asked.\n\n## Versioning"),
    },
  ],
  [
    "a pattern that is declined, and one that is listed, with nothing said of either",
    {
      architecture: (text) =>
        text
          .replace(
            "| [Saga](",
            `| [Canary Deployment](${PATTERNS}/deployment-patterns.md#canary-deployment) | Declined | The platform releases for all services |\n| [Saga](`,
          )
          .replace(/^## Related Documents\n\n/m, `$&- [GitOps](${PATTERNS}/infrastructure-patterns.md#gitops)\n`),
    },
  ],
  ["requirements one by one", { architecture: (text) => text.replace("FR-1 to FR-4", "FR-1, FR-2, FR-3 and FR-4") }],
  [
    "requirements of another feature beside a link to its PRD",
    {
      architecture: (text) =>
        text.replace(
          /^## Related Documents\n\n/m,
          "$&- [The ledger](../E00-F02-ledger-export/prd.md): its FR-77 and FR-78 read these refunds.\n",
        ),
    },
  ],
  ["requirements with zeros and without hyphens", { architecture: (text) => text.replace("FR-1 to FR-4", "FR001 to FR004") }],
  ["comments", both((text) => text.replace(/^## /gm, "<!-- TODO: ask the team {who} -->\n\n## "))],
  [
    "path parameters and placeholders of URLs in inline code and headings",
    {
      "backend-design": (text) =>
        text.replace("Four HTTP endpoints", "Four HTTP endpoints such as /orders/{orderId}/refunds and `/x/{y}?z={z}`"),
    },
  ],
  [
    "links with titles, angle brackets and fragments",
    { architecture: (text) => text.replace("[PRD](prd.md)", '[PRD](<prd.md#risks> "why")') },
  ],
  ["a reference link", { architecture: (text) => `${text.replace("[PRD](prd.md)", "[PRD][p]")}\n[p]: prd.md\n` }],
  ["a graph instead of a flowchart", { architecture: (text) => text.replace("flowchart TB", "graph TB") }],
  [
    "a directive and a comment above a diagram's first word",
    {
      architecture: (text) =>
        text.replace("```mermaid\nflowchart TB", "```mermaid\n%%{init: {'theme': 'neutral'}}%%\n%% the whole system\nflowchart TB"),
    },
  ],
  [
    "no contracts and no data design",
    {
      contracts: undefined,
      "data-design": undefined,
      ...both((text) =>
        text.replace(
          /\[interface contracts\]\(01-interface-contracts\.md\)|\[[Dd]ata design\]\(03-data-design\.md\)|\[01\]\(01-interface-contracts\.md\)/g,
          "the neighbours",
        ),
      ),
    },
  ],
  ["a PRD with Windows lines and no front matter", { prd: (text) => text.replace(/^---[\s\S]*?---\n/, "").replaceAll("\n", "\r\n") }],
  // Names, as readers write them.
  [
    "components in other spellings, in diagrams, dependencies and coverage",
    {
      architecture: (text) =>
        text
          .replace("participant service as Refund Service", "participant service as RefundService")
          .replace("| FR-7 to FR-10, FR-14 | Refund Worker, Payment Adapter", "| FR-7 to FR-10, FR-14 | refund-worker, the PaymentAdapter")
          .replace("| RabbitMQ 3.13, Payment Adapter, PostgreSQL 16 |", "| the RabbitMQ queue, `PaymentAdapter`, PostgreSQL |"),
    },
  ],
  [
    "an interface with a parameter in its path in coverage",
    {
      architecture: (text) =>
        text.replace(
          /^\| NFR-1 to NFR-6 \|.*$/m,
          "| NFR-1 to NFR-6 | `POST /orders/{orderId}/refunds` answers before the queue executes |",
        ),
    },
  ],
  [
    "labels of two lines and remarks in brackets in the system diagram",
    {
      architecture: (text) =>
        text
          .replace('api["Refund API"]', 'api["Refund API<br/>(Spring Boot)"]')
          .replace('worker["Refund Worker"]', 'worker(["Refund Worker"])'),
    },
  ],
  [
    "endpoints named one by one, with other names of parameters",
    {
      architecture: (text) =>
        text.replace(
          "Exposes the four endpoints of 04",
          "Exposes `POST /orders/{id}/refunds`, `GET /orders/:orderId/refunds`, `GET /refunds/{id}` and `POST /refunds/{id}/decision`",
        ),
    },
  ],
  [
    "types in other spellings",
    {
      "backend-design": (text) =>
        text
          .replace("| `Refund` | `lines` | array of `RefundLine` |", "| `Refund` | `lines` | `RefundLine[]` |")
          .replace("| `Refund` | `history` | array of `RefundEvent` |", "| `Refund` | `history` | List<RefundEvent> |")
          .replace("| `Refund` | `createdAt` | timestamp |", "| `Refund` | `createdAt` | ISO 8601 timestamp |")
          .replace("| `Problem` | `title` | string | yes |", "| `Problem` | `title` | varchar(200) | Required |")
          .replace("| `RefundPage` | `nextCursor` | string | no |", "| `RefundPage` | `nextCursor` | string? | optional |"),
    },
  ],
  [
    "a departure from the contracts that is named",
    {
      "backend-design": (text) =>
        text
          .replace(
            "| `Refund` | `note` | string | no | at most 500 characters |",
            "| `Refund` | `note` | string | no | at most 300 characters |",
          )
          .replace("nothing is renamed.", "nothing is renamed; one departure: `Refund.note` is limited to 300 characters."),
    },
  ],
  [
    "a field that says what it is made of",
    {
      "backend-design": (text) =>
        text
          .replace(
            "| `Refund` | `createdAt` |",
            "| `Refund` | `age` | integer | no | at least 0, computed | Days since the request |\n| `Refund` | `createdAt` |",
          )
          .replace("nothing is renamed.", "nothing is renamed; `Refund.age` is new."),
    },
  ],
  [
    "a technology of the report in other words, and a new one that a decision names",
    {
      architecture: (text) =>
        text
          .replace("| Data | PostgreSQL 16 |", "| Data | Postgres (PostgreSQL 16), row locks |")
          .replace("| Messaging | RabbitMQ 3.13 |", "| Messaging | RabbitMQ 3.13, Valkey 8 |")
          .replace(
            "| Status changes are insert-only rows |",
            "| Status changes are insert-only rows; Valkey holds the windows of the rate limit |",
          ),
    },
  ],
  [
    "prose that sounds like SQL, like code, or vague",
    {
      "backend-design": (text) =>
        text.replace(
          "### Recovery Strategies\n",
          "### Recovery Strategies\n\nAgents select a reason from the list, and finance can update its decision. Delete requests from the queue by hand; create table bookings for restaurants is another team's phrase. The class of an error decides; a function of the filter reads `ORDER_URL`, `/refunds/0/id` and `amount = price * quantity`. The look-up is fast (20 ms). Pages are less efficient than cursors and not suitable for lists that grow; see the [best practices](prd.md) and the quick start.\n",
        ),
    },
  ],
  [
    "error codes in cells and conditions in words",
    {
      "backend-design": (text) =>
        text.replace(
          "- **Error responses**: `404 REFUND_NOT_FOUND`.",
          "- **Error responses**:\n  - `404`: `REFUND_NOT_FOUND`, when no refund has this id",
        ),
    },
  ],
  [
    "plurals of structures, in a sentence",
    {
      "backend-design": (text) =>
        text
          .replace("returns the first answer", "returns the first answer")
          .replace("Four HTTP endpoints", "Four HTTP endpoints exchange Refunds and RefundPages:"),
    },
  ],
  [
    "French prose in a section",
    {
      architecture: (text) =>
        text
          .replace("Everything", "Everything")
          .replace("## Technology Stack\n", "## Technology Stack\n\nLe choix suit le rapport de recherche, à une exception près.\n"),
    },
  ],
];

function componentHeadings(table: string): string {
  const [, , ...rows] = table.trim().split("\n");
  return `${rows
    .map((row) => row.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")))
    .map(
      ([name, purpose, duties, needs, offers]) =>
        `### ${name}\n\n**Purpose**: ${purpose}\n\n**Responsibilities**:\n\n- ${duties}\n\n**Dependencies**: ${needs}\n\n**Interfaces**: ${offers}\n`,
    )
    .join("\n")}`;
}

describe("silence on correct documents", () => {
  it.each(VARIANTS)("%s", (_, changes) => {
    expect(told(reviewChanged(changes))).toEqual([]);
  });

  it("findings do not depend on the order in which documents were read", () => {
    const first = reviewChanged({ prd: (text) => text.replace("FR-14", "FR-15"), architecture: (text) => `${text}\nTODO\n` });
    const second = reviewChanged({ architecture: (text) => `${text}\nTODO\n`, prd: (text) => text.replace("FR-14", "FR-15") });
    expect(second.findings).toEqual(first.findings);
  });
});
