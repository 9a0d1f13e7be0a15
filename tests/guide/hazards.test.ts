import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hazardsOf } from "../../src/core.ts";
import { reportHazards, reportHazardsMarkdown } from "../../src/report/hazards.ts";
import { runCli } from "../support/cli.ts";
import { reviewExample, reviewIn } from "../support/example.ts";
import { makeWorkspace } from "../support/workspace.ts";

const KEY = { epic: "E01-shop", feature: "E01-F01-gift-cards" };
const FOLDER = `docs/plan/${KEY.epic}/${KEY.feature}`;

/** What differs between the designs below. */
interface Design {
  components?: string;
  external?: string;
  patterns?: string;
  risks?: string;
  structures?: string;
  endpoints?: string;
  research?: string;
}

const NO_RISK = "| Demand grows | Scalability | Two more instances |";

function write(design: Design): string {
  const root = makeWorkspace();
  mkdirSync(join(root, FOLDER), { recursive: true });
  const texts = {
    "prd.md": "# Gift cards\n\n## Functional Requirements\n\n- **FR-1**: A customer can buy a gift card.\n",
    "00-research-report.md": `# Gift cards: Research Report\n\n## Existing Interfaces\n\n| Interface | Location | Relevance |\n| --- | --- | --- |\n${design.research ?? "| Order API | src/orders | Follow |"}\n`,
    "02-architecture.md": `# Gift cards: Architecture\n\n## Architecture Overview\n\nCards are sold and redeemed.\n\n### Architectural Patterns\n\n| Pattern | Decision | Where and why |\n| --- | --- | --- |\n${design.patterns ?? "| None | Declined | Nothing calls for one |"}\n\n## Component Details\n\n| Component | Purpose | Responsibilities | Dependencies | Interfaces |\n| --- | --- | --- | --- | --- |\n${design.components ?? "| Card API | Entrance | Answers requests | PostgreSQL | Exposes the endpoints |"}\n\n## Integration Points\n\n### External Integrations\n\n| System | Interface | Purpose | Fallback |\n| --- | --- | --- | --- |\n${design.external ?? "| Rate Board | REST | Reads rates | The last rates |"}\n\n## Technical Risks & Mitigations\n\n| Risk | Kind | Mitigation |\n| --- | --- | --- |\n${design.risks ?? NO_RISK}\n`,
    "04-backend-design.md": `# Gift cards: Backend Design\n\n## DTO / Data Structures\n\n${design.structures ?? "### Card\n\n**Purpose**: A card.\n\n**Fields**:\n\n| Field | Type | Required | Validation | Description |\n| --- | --- | --- | --- | --- |\n| id | uuid | yes | set by the server | Its name |"}\n\n## Interface Specifications\n\n### API Endpoints\n\n${design.endpoints ?? "#### GET /cards/{id}\n\n**Purpose**: Read a card.\n\n**Response**: 200 with Card"}\n`,
  };
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(root, FOLDER, file), text);
  return root;
}

const hazardsIn = (design: Design) => hazardsOf(reviewIn(write(design), KEY).model);
const field = (name: string, type: string) => `| ${name} | ${type} | yes | one of the values | As said |`;
const card = (...fields: string[]) =>
  `### Card\n\n**Purpose**: A card.\n\n**Fields**:\n\n| Field | Type | Required | Validation | Description |\n| --- | --- | --- | --- | --- |\n${fields.join("\n")}`;
const STATUS = card(field("status", "enum: issued, held, spent"));

describe("what may go wrong is asked by the names of the design", () => {
  it.each<{ kind: string; design: Design; says: string; answer: Design }>([
    {
      kind: "unknown-outcome",
      design: {
        external: "| Payment Gateway | REST API | Charges cards | The order waits |",
        components: "| Payment Adapter | Speaks to the gateway | Charges | Payment Gateway | Consumes the gateway's API |",
      },
      says: "A call to Payment Gateway ends without an answer, and may have been carried out. How does Payment Adapter find out",
      answer: {
        risks:
          "| The answer of the Payment Gateway is lost | Integration | Payment Adapter looks up the charge by its key before it repeats it |",
      },
    },
    {
      kind: "repeated-notice",
      design: {
        components:
          "| Webhook Reader | Hears of payments | Reads notices | PostgreSQL | Consumes `payment.captured` and `payment.failed` |",
      },
      says: "payment.captured and payment.failed come twice, late, or before what should come first. What does Webhook Reader do",
      answer: {
        risks: "| A notice comes out of order | Integration | Webhook Reader keeps the ids of `payment.captured` and drops duplicates |",
      },
    },
    {
      kind: "repeated-notice",
      design: { endpoints: "#### POST /payments/webhook\n\n**Purpose**: Hear of payments.\n\n**Response**: 204" },
      says: "POST /payments/webhook comes twice, late",
      answer: { risks: "| POST /payments/webhook is called again with the same event | Integration | Known ids are dropped |" },
    },
    {
      kind: "expiring-hold",
      design: { structures: card(field("id", "uuid"), field("heldUntil", "timestamp")) },
      says: "Card runs out (heldUntil) while what it was made for is still under way",
      answer: {
        risks:
          "| A hold of a Card expires while its payment is still under way | Integration | The payment is refunded and the Card released |",
      },
    },
    {
      kind: "concurrent-writers",
      design: {
        structures: STATUS,
        endpoints:
          "#### POST /cards/{id}/hold\n\n**Purpose**: Hold a Card.\n\n**Response**: 200 with Card\n\n#### POST /cards/{id}/spend\n\n**Purpose**: Spend a Card.\n\n**Response**: 200 with Card",
      },
      says: "POST /cards/{id}/hold and POST /cards/{id}/spend both change Card. Which wins",
      answer: { risks: "| Two requests change one card at once | Consistency | A row lock; the second gets a conflict |" },
    },
    {
      kind: "transitions",
      design: { structures: STATUS, endpoints: "#### PATCH /cards/{id}\n\n**Purpose**: Change a Card.\n\n**Response**: 200 with Card" },
      says: "Card.status may be issued, held or spent. From which to which may it go",
      answer: { risks: "| A card is spent twice | Security | status may become spent only from held; anything else is refused |" },
    },
    {
      kind: "repeated-request",
      design: { endpoints: "#### POST /cards\n\n**Purpose**: Buy a card.\n\n**Response**: 201 with Card" },
      says: "POST /cards is sent again, since its answer was lost",
      answer: { risks: "| POST /cards arrives twice | Consistency | The order number is unique; the second gets the first card |" },
    },
    {
      kind: "repeated-request",
      design: {
        endpoints:
          "#### POST /cards\n\n**Purpose**: Buy a card.\n\n**Parameters**: header Idempotency-Key, required\n\n**Response**: 201 with Card",
      },
      says: "The first POST /cards with a key fails half-way, or is still under way",
      answer: {
        risks: "| A request with an Idempotency-Key failed | Consistency | The key is released, and the next request is another attempt |",
      },
    },
    {
      kind: "interrupted-work",
      design: { components: "| Mail Worker | Sends mails | Sends one after the other | SMTP | Consumes a queue |" },
      says: "Mail Worker is ended by a signal or a crash in the middle of its work",
      answer: { risks: "| Mail Worker is killed | Reliability | The message is delivered again after the restart |" },
    },
    {
      kind: "overlapping-runs",
      design: { components: "| Expiry Job | Ends old cards | Runs every hour | PostgreSQL | Exposes none |" },
      says: "A run of Expiry Job takes longer than the time to the next",
      answer: { risks: "| A run of Expiry Job is slow | Performance | Only one runs at a time, by a lock |" },
    },
    {
      kind: "breaker",
      design: {
        patterns:
          "| [Circuit Breaker](../../../../context/patterns/resilience-patterns.md#circuit-breaker) | Applied | Around the calls of the gateway |",
        external: "| Payment Gateway | REST API | Reads charges | The order waits |",
      },
      says: "Which failures of Payment Gateway reach the circuit breaker as failures",
      answer: {
        risks: "| The breaker never opens | Integration | Timeouts and server errors are counted by the breaker, a declined card is not |",
      },
    },
    {
      kind: "stale-copy",
      design: { components: "| Rate Cache | Keeps rates | Reads them from the board | Redis | Exposes one function |" },
      says: "After a change, who still reads the old value from Rate Cache",
      answer: { risks: "| The Rate Cache holds an old rate | Consistency | Entries expire after a minute |" },
    },
    {
      kind: "release-day",
      design: { research: "| Order API | src/orders | Extend by a field |" },
      says: "On the day of release there are data and callers of Order API from before",
      answer: { risks: "| Old orders lack the field | Release | A migration sets it before the release |" },
    },
  ])("$kind: $says", ({ kind, design, says, answer }) => {
    const open = hazardsIn(design).find((hazard) => hazard.kind === kind);
    expect(open?.question).toContain(says);
    expect(open?.answer).toBeUndefined();
    const dealt = hazardsIn({ ...design, ...answer }).find((hazard) => hazard.kind === kind);
    expect(dealt?.answer).toMatchObject({ file: `${FOLDER}/02-architecture.md` });
  });

  it("partial-file: what a command that writes a file leaves behind", () => {
    const command = (behaviour: string) =>
      `#### GET /cards\n\n**Purpose**: List.\n\n### CLI Commands\n\n#### cards export\n\n**Purpose**: Writes all cards to a file\n\n**Usage**: \`cards export --out <path>\`\n\n**Arguments and options**: \`--out\`, required\n\n**Output format**: ${behaviour}\n\n**Exit codes**: 0 done, 1 failed`;
    const asked = (behaviour: string) => hazardsIn({ endpoints: command(behaviour) }).find(({ kind }) => kind === "partial-file");
    expect(asked("one card a line")?.question).toContain("The disk is full, or a signal ends `cards export`, while it writes");
    expect(asked("one card a line")?.answer).toBeUndefined();
    expect(asked("a temporary file, renamed to the output when all is written")?.answer).toMatchObject({
      file: `${FOLDER}/04-backend-design.md`,
    });
  });

  it.each<{ what: string; design: Design; kind: string }>([
    { what: "a system that is only read", design: {}, kind: "unknown-outcome" },
    { what: "a result that is computed and nobody changes", design: { structures: STATUS }, kind: "transitions" },
    { what: "an interface that is only followed", design: {}, kind: "release-day" },
    {
      what: "a request that makes nothing",
      design: { endpoints: "#### POST /search\n\n**Purpose**: Find cards.\n\n**Response**: 200 with Card" },
      kind: "repeated-request",
    },
    {
      what: "a pattern that is declined",
      design: {
        patterns: "| [Circuit Breaker](../../../../context/patterns/resilience-patterns.md#circuit-breaker) | Declined | One call |",
      },
      kind: "breaker",
    },
  ])("nothing is asked of $what", ({ design, kind }) => {
    expect(hazardsIn(design).map((hazard) => hazard.kind)).not.toContain(kind);
  });

  it("at most ten, the weightiest first, each with what gives rise to it and where it is dealt with", () => {
    const { model } = reviewExample();
    const hazards = hazardsOf(model);
    expect(hazards.length).toBeLessThanOrEqual(10);
    expect(hazards[0]?.kind).toBe("unknown-outcome");
    const text = reportHazards(hazards, model.feature.folder);
    expect(text).toMatch(
      /^dealt with {2}A call to Payment Gateway ends .*\n {12}from 02-architecture\.md:\d+, dealt with at 0[24]-[\w-]+\.md:\d+$/m,
    );
    expect(text).toMatch(/\d+ questions, \d open\. Answer each in the design/);
    expect(reportHazardsMarkdown(hazards, model.feature.folder)).toMatch(/^- \[x\] A call to Payment Gateway/m);
  });

  it("the command tells them, and ends with 1 while one is open", () => {
    const root = write({ components: "| Mail Worker | Sends mails | Sends one after the other | SMTP | Consumes a queue |" });
    expect(runCli(["hazards", "E01-F01"], root)).toMatchObject({ status: 1, out: expect.stringContaining("1 question, 1 open.") });
    const { features } = JSON.parse(runCli(["hazards", "--json"], root).out);
    expect(features).toMatchObject([{ ...KEY, hazards: [{ kind: "interrupted-work", place: { file: `${FOLDER}/02-architecture.md` } }] }]);
    expect(runCli(["hazards"], write({}))).toMatchObject({ status: 0, out: expect.stringContaining("gives rise to no question") });
  });
});
