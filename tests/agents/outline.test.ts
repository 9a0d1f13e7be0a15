import { describe, expect, it } from "vitest";
import { inventedWords } from "../../scripts/words.mjs";
import { composeDocument } from "../../src/agents/outline/compose.ts";
import { OUTPUT_KINDS, type Review } from "../../src/core.ts";
import { exampleText, reviewExample, reviewIn } from "../support/example.ts";
import { FOLDER, KEY, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

const compose = ({ model }: Review) => OUTPUT_KINDS.flatMap((kind) => composeDocument(model, kind));
const inputs = (["prd", "research", "contracts", "data-design"] as const).map(exampleText).join("\n");

describe("the outline author on the worked example", () => {
  const sections = compose(reviewExample());
  const text = (title: string) => sections.find(({ section }) => section === title)?.body ?? "";

  it("writes every section, without a gap", () => {
    expect(sections.map(({ section, gaps }) => [section, gaps])).toEqual([
      ...[
        "Architecture Overview",
        "System Architecture Diagram",
        "Component Details",
        "Data Flow",
        "Integration Points",
        "Technology Stack",
        "Technical Risks & Mitigations",
        "Requirements Coverage",
        "Related Documents",
      ].map((title) => [title, 0]),
      ...[
        "Interface Overview",
        "Codebase Analysis",
        "DTO / Data Structures",
        "Interface Specifications",
        "Error Handling",
        "Pagination",
        "Rate Limiting",
        "Versioning",
        "Cross-Domain Alignment",
        "Related Documents",
      ].map((title) => [title, 0]),
    ]);
  });

  it("states no word that the inputs do not state", () => {
    expect(inventedWords(sections.map(({ body }) => body).join("\n"), inputs)).toEqual([]);
  });

  it("draws the declared components in their layers, with the dependencies that they declare", () => {
    const diagram = text("System Architecture Diagram");
    expect(diagram).toMatch(/subgraph application\["Application"\]\n {4}n3\["Refund API"\]/);
    expect(diagram).toMatch(/subgraph external\["External systems"\]\n {4}n11\["Payment Gateway"\]/);
    expect(diagram).toContain("n7 -->|uses| n11");
  });

  it("draws a sequence diagram for each user flow, an arrow for each step", () => {
    const flows = text("Data Flow");
    expect(flows.match(/^sequenceDiagram$/gm)).toHaveLength(2);
    expect(flows.match(/->>/g)).toHaveLength(7 + 8);
  });

  it("covers each requirement", () => {
    for (const { id } of reviewExample().model.requirements) expect(text("Requirements Coverage")).toMatch(new RegExp(`\\b${id}\\b`));
  });

  it("is the same at every run", () => expect(compose(reviewExample())).toEqual(sections));
});

describe("the outline author on a PRD alone", () => {
  it("marks what the inputs leave open, and invents nothing", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH });
    const sections = compose(reviewIn(root, KEY));
    expect(sections.find(({ section }) => section === "Component Details")).toMatchObject({ gaps: 1 });
    expect(inventedWords(sections.map(({ body }) => body).join("\n"), PRD + RESEARCH)).toEqual([]);
  });

  const HEAD = "---\ninterfaces: [api, cli, service]\n---\n\n# Loans\n\n## Functional Requirements\n\n- FR-1: A member borrows a bag\n\n";
  const written = (prd: string) =>
    compose(reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: HEAD + prd, [`${FOLDER}/00-research-report.md`]: RESEARCH }), KEY))
      .map(({ body }) => body)
      .join("\n");

  it.each([
    ["a command with its arguments", "## CLI Interface\n\n- `seed lend <bag> [--days <n>]`: lends a bag\n", "#### seed lend\n"],
    ["a command in a table", "## Commands\n\n| Command | Does |\n| --- | --- |\n| `seed list --all` | Lists loans |\n", "#### seed list\n"],
    ["an endpoint", "## Endpoints\n\n- `POST /loans` stores a loan\n", "#### POST /loans\n"],
    [
      "an endpoint in two columns",
      "## Endpoints\n\n| Method | Path | Does |\n| --- | --- | --- |\n| GET | /loans | Lists loans |\n",
      "#### GET /loans\n",
    ],
    ["an event of a table", "## Events\n\n| Event | When |\n| --- | --- |\n| `loan.created` | A loan is stored |\n", "#### loan.created\n"],
  ])("specifies %s that the PRD lists", (_, prd, heading) => expect(written(prd)).toContain(heading));

  const alone = (prd: string) =>
    compose(reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: prd }), KEY))
      .map(({ section, body }) => `## ${section}\n\n${body}`)
      .join("\n\n");
  const BOATS = `# PRD: Boat hire

Owner: harbour office

## Why

Skippers hire boats by shouting across the water, and nobody knows afterwards who has which boat.

## User Stories

- US-1: As a skipper, I want to cancel a trip, so that I do not pay for it
  - A trip is cancelled before it begins

## Functional Requirements

- FR-1: \`POST /v2/trips\` begins a trip with \`boat_id\` and an optional \`note\` of at most 90 characters
- FR-2: \`POST /v2/trips/{id}/cancel\` ends a trip early; a trip that is under way is answered with 409
- FR-3: A trip is \`booked\`, \`under_way\` or \`back\`

## Non-functional Requirements

- NFR-1: 95 % of the answers come within 300 ms
- NFR-2: ADR-7: bills are kept on paper

## Open questions

1. May a trip be cancelled at night?
`;

  it.each([
    ["what the feature is about", "Skippers hire boats by shouting across the water"],
    [
      "an endpoint with its number",
      "#### POST /v2/trips\n\n- **Purpose**: begins a trip with `boat_id` and an optional `note` of at most 90 characters (FR-1)",
    ],
    ["the parameter of a path", "- **Parameters**: `id` in the path"],
    ["a field with its limit", "`note`: optional, at most 90 characters (FR-1)"],
    ["the values of a state", "one of `booked`, `under_way`, `back`"],
    ["a status with its condition", "| `409` | 409 | a trip that is under way is answered with 409 (FR-2) |"],
    ["who calls", "actor p1 as Skipper"],
    ["the call of a story by its endpoint", "cancel a trip (POST /v2/trips/:id/cancel)"],
    ["a risk with its kind", "| Not kept: 95 % of the answers come within 300 ms (NFR-1) | Performance |"],
    ["a question with who decides", "| May a trip be cancelled at night? (prd.md, line 27) | harbour office |"],
    ["the version of the paths", "**Current version**: v2"],
    ["the kind of interface", "**Interface type**: API"],
    ["a decision that the PRD has taken", "| ADR-7: bills are kept on paper | Stated by NFR-2 |"],
    ["where such a decision stands", "| NFR-2 | Key Design Decisions |"],
    ["where a requirement is answered", "| FR-1 | `POST /v2/trips` |"],
  ])("writes in its place %s", (_, text) => expect(alone(BOATS)).toContain(text));

  const GATES = `# PRD: Gate passes

## User Stories

- US-1: As a guard, I want to see which passes were used, so that I can help a visitor

## Functional Requirements

- FR-1: A host can issue up to 9 passes with \`POST /v1/passes\` (name, list of gates)
- FR-2: A host can list (\`GET /v1/passes\`), change (\`PATCH /v1/passes/{id}\`) and revoke (\`DELETE /v1/passes/{id}\`) passes
- FR-3: The code of a pass is shown exactly once
- FR-4: A pass that is used already gets 409 \`PASS_USED\`
- FR-5: A text message that is not taken within 5 seconds is retried, at most 4 attempts

## Non-functional Requirements

- NFR-1: Calls limited to 90 requests/min per API key

## Data

A pass has: id, holder name, state (\`open\`, \`used\`, \`revoked\`), last gate.

## Dependencies

| System | Used for | If it's down |
| --- | --- | --- |
| Textwire | text messages to visitors | keep for 2 h, then drop |
| Gate controllers | source of every passage | nothing to tell |

## Open questions

1. May a pass be shared? (Meret, by end of June)
`;

  it.each([
    ["a whole sentence where an endpoint stands in its middle", "- **Purpose**: A host can list (`GET /v1/passes`), change"],
    ["what stands in brackets behind an endpoint", "- **Request body**: `name` (FR-1); `list of gates` (FR-1)"],
    ["a status beside its code", "| `PASS_USED` | 409 |"],
    ["a limit of calls", "**Limits**: Calls limited to 90 requests/min per API key (NFR-1)"],
    ["the fields of a sentence", "| `pass` |  | `state` |  |  | one of `open`, `used`, `revoked` |  |"],
    ["a system of a table with what is done without it", "text messages to visitors (prd.md, line 27) | keep for 2 h, then drop |"],
    ["who is named behind a question", "(prd.md, line 32) | Meret |"],
    ["where what is done after a failure stands", "| FR-5 | Recovery Strategies |"],
    ["the call of a story", "see which passes were used (GET /v1/passes)"],
  ])("writes of everyday sentences %s", (_, text) => expect(alone(GATES)).toContain(text));

  it.each([
    ["the rest of a sentence as a purpose", "**Purpose**: )"],
    ["a word of a list as an answer", "**Response**: list"],
    ["a code cut in its middle", "`POST (FR-1)"],
    ["what is shown once as a decision", "| The code of a pass is shown exactly once |"],
    ["a limit of calls as who may call", "- Authentication: Calls limited"],
    ["attempts as a rule on input", "- Input validation: A text message"],
    ["an edge to who calls us", /-->\|uses\| n\d+\n(?=[\s\S]*Gate controllers"\]\n {2}end\n[\s\S]*uses[\s\S]*uses)/],
    ["a wish as a step", "1. As a guard"],
  ])("does not write %s", (_, text) =>
    expect(alone(GATES)).not.toMatch(typeof text === "string" ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) : text),
  );

  it("says what is inferred, asks once for what a table lacks, and invents no word", () => {
    const text = alone(BOATS);
    expect(text).toMatch(/\{Decide: proposed from [^{}]*Trips API[^{}]*accept, rename or merge\}/);
    expect(text.match(/\{Decide: what prevents or limits each/g)).toHaveLength(1);
    expect(text).not.toContain("Idempotent Requests");
    expect(inventedWords(text, BOATS)).toEqual([]);
  });

  it.each([
    [
      "has no kind",
      "| Risk | Mitigation |\n| --- | --- |\n| Bags get lost | A deposit |\n",
      "| Bags get lost | {Decide: kind of risk} | A deposit |",
    ],
    [
      "has columns of other names",
      "| Risiko | Art | Maßnahme |\n| --- | --- | --- |\n| Verlust | fachlich | Pfand |\n",
      "| Verlust | fachlich | Pfand |",
    ],
  ])("a table of risks that %s keeps each cell in its place", (_, table, row) => expect(written(`## Risks\n\n${table}`)).toContain(row));

  describe("with a contract in the language of machines", () => {
    const PETS =
      "# Adoption\n\n## Functional Requirements\n\n- FR-1: A visitor lists pets, 20 a page\n- FR-2: Staff approve a request; `adoption.approved` is published\n";
    const CONTRACT = `openapi: 3.1.0
paths:
  /pets:
    get:
      parameters: [{ name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 20 } }]
      responses: { "200": { description: A page, content: { application/json: { schema: { $ref: "#/components/schemas/PetPage" } } } } }
components:
  schemas:
    PetPage: { type: object, required: [items], properties: { items: { type: array, items: { type: string } } } }
`;
    const files = { [`${FOLDER}/prd.md`]: PETS, [`${FOLDER}/openapi.yaml`]: CONTRACT };
    const text = () =>
      compose(reviewIn(makeWorkspace(files), KEY))
        .map(({ section, body }) => `## ${section}\n\n${body}`)
        .join("\n\n");

    it.each([
      ["the kinds of both", "**Interface type**: Mixed (API, Service)"],
      ["each part that is agreed", "- **Parameters**: query `limit` integer, 1 to 100, default 20"],
      ["what nobody states, asked once", "{Decide: not stated of this interface: Processing steps}"],
      ["a field, by the rules of its schema", "| `items` | `array of string` | yes | none |  |"],
      [
        "what falls to who answers an endpoint",
        "### Pets API\n\n**Purpose**: Takes the calls of `GET /pets`\n\n**Responsibilities**:\n\n- A visitor lists pets",
      ],
      ["an event that the PRD alone names", "#### adoption.approved"],
    ])("writes %s", (_, expected) => expect(text()).toContain(expected));

    it("asks of no field one by one", () => expect(text().match(/\{Decide: (?:rule|meaning|purpose)\}/g)).toBeNull());
  });
});

describe("the layers of a stack that was read from the code", () => {
  it.each([
    ["gin 1.9.0", "API"],
    ["go-sqlite3 1.11.0", "Data"],
    ["spring-boot-starter-amqp", "Messaging"],
    ["pytest 8", "Tests"],
    ["left-pad 1.0", "Code"],
  ])("%s is %s", (technology, layer) => {
    const report = `${RESEARCH}\n## Technology Stack\n\n| Layer | Technology | Reason |\n| --- | --- | --- |\n| Code | ${technology} | In use |\n`;
    const sections = compose(reviewIn(makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: report }), KEY));
    expect(sections.find(({ section }) => section === "Technology Stack")?.body).toContain(`| ${layer} | ${technology} | In use |`);
  });
});
