import { describe, expect, it } from "vitest";
import { traceExcluded, traceFeature, traceRequirements } from "../../src/core.ts";
import { reportTrace } from "../../src/report/trace.ts";
import { type Change, reviewChanged } from "../support/mutate.ts";

const below =
  (line: string): Change =>
  (text) =>
    text.replace(/(- \*\*FR-6\*\*: .*\n)/, `$1  - ${line}\n`);

/** How a line below FR-6 is told, and what is told of it. */
function told(line: string, changes: Parameters<typeof reviewChanged>[0] = {}) {
  const { model } = reviewChanged({ ...changes, prd: below(line) });
  const text = reportTrace(traceFeature(model), model.feature.folder);
  return text
    .split("\n")
    .filter((each) => /^(?: {2}AC|FR-6 )/.test(each))
    .map((each) => each.replace(/ {2,}/g, " ").trim());
}

describe("what refines a requirement stands below it", () => {
  it.each<[string, string[]]>([
    [
      "**AC-6.1**: A comment is shown to whoever may read the refund.",
      ["FR-6 agreeing A finance approver can approve", "AC-6.1 agreeing A comment is shown to whoever may read the refund."],
    ],
    [
      "**AC-6.1**: A decision answers with the header `ETag`.",
      ["FR-6 agreeing A finance approver can approve", "AC-6.1 agreeing A decision answers with the header ETag."],
    ],
    // What it states literally is missing.
    [
      "**AC-6.1**: A decision answers with the header `X-Decided-Twice`.",
      [
        "FR-6 open A finance approver can approve",
        "AC-6.1 open A decision answers with the header X-Decided-Twice. (no document has X-Decided-Twice)",
      ],
    ],
  ])("%s", (line, expected) => {
    expect(told(line).map((each, index) => each.slice(0, index === 0 ? expected[0]?.length : undefined))).toEqual(expected);
  });

  it("and is open with it", () => {
    const uncited = (text: string) => text.replaceAll("FR-5, FR-6", "FR-5").replaceAll("FR-6", "FR-5");
    const lines = told("**AC-6.1**: A comment is shown.", { architecture: uncited, "backend-design": uncited });
    expect(lines.map((line) => line.split(" ").slice(0, 2))).toEqual([
      ["FR-6", "open"],
      ["AC-6.1", "open"],
    ]);
  });

  it("and so does one that is no requirement by itself", () => {
    const { model } = reviewChanged({
      prd: (text) =>
        text.replace(
          /(- \*\*FR-6\*\*: .*\n)/,
          "$1  - Given a waiting refund, when an approver decides it with `X-Decided-Twice`, then it is decided.\n",
        ),
    });
    const found = traceRequirements(model).find(({ requirement }) => requirement.id === "FR-6");
    expect(found).toMatchObject({
      state: "answered",
      criteria: [{ statement: { kind: "criterion" }, state: "open", lacking: ["X-Decided-Twice"] }],
    });
  });
});

it("what the PRD excludes is shown as excluded, with what mentions it all the same", () => {
  const prd: Change = (text) =>
    text.replace("## Out of Scope\n", "## Out of Scope\n\n- **FR-20**: Returns of goods are booked with the refund.\n");
  const { model } = reviewChanged({ prd, architecture: (text) => text.replace("| FR-5, FR-6,", "| FR-5, FR-20, FR-6,") });
  expect(traceExcluded(model)).toEqual(
    expect.arrayContaining([expect.objectContaining({ state: "excluded", statement: expect.objectContaining({ id: "FR-20" }) })]),
  );
  const text = reportTrace(traceFeature(model), model.feature.folder);
  expect(text).toMatch(
    /FR-20 +excluded Returns of goods are booked with the refund\. \[the heading "Out of Scope"\]\n +02-architecture\.md:\d+ Requirements Coverage/,
  );
  expect(traceRequirements(model).map(({ requirement }) => requirement.id)).not.toContain("FR-20");
});

describe("a place that only lists answers nothing", () => {
  const without = (text: string) =>
    text
      .replace(/## Requirements Coverage[\s\S]*?(?=## Related Documents)/, "")
      .replace(/Serves [^\n]*\n/g, "\n")
      .replace(/\(?\bN?FR-\d+(?:(?:,| and| to)? N?FR-\d+)*\)?/g, "");

  it.each<[string, string]>([
    ["a list of links", "- [PRD](prd.md) with FR-1 to FR-14 and NFR-1 to NFR-7"],
    ["a sentence that claims nearly all", "This design answers FR-1 to FR-14 and NFR-1 to NFR-7."],
  ])("%s", (_, line) => {
    const architecture = (text: string) => without(text).replace("## Related Documents\n", `## Related Documents\n\n${line}\n`);
    const { model, findings } = reviewChanged({ architecture, "backend-design": without });
    expect(new Set(traceRequirements(model).map(({ state }) => state))).toEqual(new Set(["listed"]));
    expect(findings.filter(({ check }) => check === "weak-answer").map(({ message }) => message)).toEqual(["listed"]);
  });
});

it.each<[string, string, string]>([
  ["with a cell that waits, below the question for it", "", "open"],
  ["with what it says", "A second approver", "agreeing"],
])("a row of risks %s", (_, mitigation, state) => {
  const nothing = (text: string) => text.replace(/\bFR-6\b/g, "");
  const { model } = reviewChanged({
    architecture: (text) =>
      nothing(text.replace(/## Requirements Coverage[\s\S]*?(?=## Related Documents)/, "")).replace(
        /## Technical Risks & Mitigations\n[\s\S]*?(?=## )/,
        `## Technical Risks & Mitigations\n\n{Decide: what limits each}\n\n| Risk | Kind | Mitigation |\n| --- | --- | --- |\n| Not kept: a refund waits (FR-6) | Security | ${mitigation} |\n\n`,
      ),
    "backend-design": nothing,
  });
  expect(traceRequirements(model).find(({ requirement }) => requirement.id === "FR-6")?.state).toBe(state);
});

describe("what is only proposed answers nothing", () => {
  const proposed: Change = (text) =>
    text.replace(
      "## Component Details\n",
      "## Component Details\n\n{Decide: proposed from the PRD's headings: Refund Service; accept, rename or merge}\n",
    );
  const stateOf = (architecture: Change) => {
    const cites = (text: string) => text.replace(/## Requirements Coverage[\s\S]*?(?=## Related Documents)/, "");
    const nothing = (text: string) => text.replace(/\bFR-6\b/g, "");
    const serving: Change = (text) =>
      architecture(
        nothing(cites(text)).replace("## Data Flow\n", "### Approvals\n\n**Purpose**: Decides refunds (FR-6).\n\n## Data Flow\n"),
      );
    const { model } = reviewChanged({ architecture: serving, "backend-design": nothing });
    return traceRequirements(model).find(({ requirement }) => requirement.id === "FR-6")?.state;
  };

  it.each<[string, Change, string]>([
    ["until the mark is taken away", proposed, "open"],
    ["and counts without it", (text) => text, "agreeing"],
    [
      "and a mark in another section says nothing of it",
      (text) =>
        text.replace("## Data Flow\n", "## Data Flow\n\n{Decide: proposed from the PRD's steps: one flow; accept or draw it anew}\n"),
      "agreeing",
    ],
  ])("%s", (_, change, state) => {
    expect(stateOf(change)).toBe(state);
  });
});

describe("what the research report numbers is traced beside the requirements", () => {
  const report: Change = (text) =>
    `${text.trimEnd()}\n\n## Findings\n\n| # | Finding | Where |\n| --- | --- | --- |\n| F1 | The ledger rounds half even | src/ledger.ts:40 |\n| F2 | Refunds of zero are booked | src/refunds.ts:12 |\n\n## Wrong Assumptions\n\n- A1: The PRD counts on a broker, and there is none (compose.yml:1)\n- FR-3 needs the ledger.\n\n## Open Questions\n\n- **Q1**: Who approves above 500? Finance, until decided the approvers.\n`;
  const states = (architecture?: Change) =>
    traceFeature(reviewChanged({ research: report, ...(architecture && { architecture }) }).model).points.map(
      ({ point: { id, kind }, state }) => `${id} ${kind} ${state}`,
    );

  it("open until the design cites it; an id of the PRD is none of the report's", () => {
    expect(states()).toEqual(["F1 finding open", "F2 finding open", "A1 assumption open", "Q1 question open"]);
  });

  it("answered where it is cited, open where it only stands among the open questions", () => {
    const design: Change = (text) =>
      text
        .replace("\n## Technology Stack", "\nRounding follows the ledger (F1).\n\n## Technology Stack")
        .replace(
          "\n## Related Documents",
          "\n## Departures and Open Questions\n\n### Departures\n\n| Statement | What the design does instead | Reason |\n| --- | --- | --- |\n| A1, FR-3 | An outbox in the database | There is no broker |\n\n### Open Questions\n\n| Question | Who decides | Assumed until then |\n| --- | --- | --- |\n| Q1: who approves above 500 | Finance | The approvers |\n\n## Related Documents",
        );
    expect(states(design)).toEqual(["F1 finding answered", "F2 finding open", "A1 assumption declined", "Q1 question open"]);
  });

  it("stands at the end of the matrix", () => {
    const { model } = reviewChanged({ research: report });
    expect(reportTrace(traceFeature(model), model.feature.folder)).toMatch(
      /Of the research report:\nF1 {2}open {5}finding: The ledger rounds half even \| src\/ledger\.ts:40\n/,
    );
  });
});
