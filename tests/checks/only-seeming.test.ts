import { describe, expect, it } from "vitest";
import { contentOf } from "../../src/model/content/read.ts";
import { type Change, type Changes, reviewChanged } from "../support/mutate.ts";

const [REFUNDS, EXPORTS] = ["E00-F01-order-refunds", "E00-F02-ledger-export"];

const ahead =
  (heading: string, ...lines: string[]): Change =>
  (text) =>
    text.replace(`\n## ${heading}`, () => `\n${lines.join("\n\n")}\n\n## ${heading}`);

/** A sentence for the PRD, and one for the architecture. */
const said = (asked: string, designed: string): Changes => ({
  prd: ahead("Out of Scope", asked),
  architecture: ahead("System Architecture Diagram", designed),
});

function drifts(changes: Changes, example = REFUNDS): string[] {
  const { findings } = reviewChanged(changes, example);
  return findings.filter(({ check }) => check === "value-drift").map(({ message }) => message);
}

describe("two clauses on different things contradict nothing, and the same two on one thing do", () => {
  it.each<[string, Changes, Changes]>([
    [
      "a deadline before an event, and a clean-up after it",
      said(
        "A reminder for a pending decision leaves the mail outbox two days before the decision falls due.",
        "Reminder rows leave the mail outbox 30 days after the decision falls due.",
      ),
      said(
        "A reminder for a pending decision leaves the mail outbox two days before the decision falls due.",
        "A reminder for a pending decision leaves the mail outbox 3 days before the decision falls due.",
      ),
    ],
    [
      "timeouts of two things",
      said(
        "The socket timeout of the warehouse exporter's database connection is 5 s.",
        "The lock timeout of the warehouse exporter's database connection is 3 s.",
      ),
      said(
        "The socket timeout of the warehouse exporter's database connection is 5 s.",
        "The socket timeout of the warehouse exporter's database connection is 3 s.",
      ),
    ],
    [
      "what is refused is one more than what is allowed",
      said("A parcel label has at most 3 warehouse stamps.", "A parcel label is refused a fourth warehouse stamp."),
      said("A parcel label has at most 3 warehouse stamps.", "A parcel label is refused a sixth warehouse stamp."),
    ],
    [
      "an outage that is outlived",
      said(
        "A warehouse exporter that is away for 4 hours loses no parcel label.",
        "The warehouse exporter keeps each parcel label and tries again for 12 hours.",
      ),
      said(
        "A warehouse exporter that is away for 4 hours loses no parcel label.",
        "The warehouse exporter keeps each parcel label and tries again for 2 hours.",
      ),
    ],
    [
      "an adjective, and what is forbidden",
      said(
        "A parcel relabelling that is not allowed in the present parcel state is refused.",
        "All allowed parcel relabelling in each parcel state is listed there.",
      ),
      said(
        "Parcel relabelling by carriers is not allowed in the archived parcel state.",
        "Parcel relabelling by carriers is allowed in the archived parcel state.",
      ),
    ],
  ])("%s", (_, silent, contradicting) => {
    expect(drifts(silent)).toEqual([]);
    expect(drifts(contradicting)).not.toEqual([]);
  });

  it("the call of a command in a story is no default", () => {
    const story = "As an accountant I run `ledger-export list --limit=20`, so that I see the last ones.";
    expect(drifts({ prd: ahead("Out of Scope", story) }, EXPORTS)).toEqual([]);
    const rule = "`ledger-export list --limit`: default 20.";
    expect(drifts({ prd: ahead("Out of Scope", rule) }, EXPORTS)).not.toEqual([]);
  });

  it("two commands sort in two ways", () => {
    const purposes: Change = (text) =>
      text
        .replace(/(?<=#### ledger-export list[\s\S]{1,200}\*\*Purpose\*\*: )/, "The exports of a ledger, newest first. ")
        .replace(/(?<=#### ledger-export verify[\s\S]{1,200}\*\*Purpose\*\*: )/, "The comparisons of a ledger, oldest first. ");
    expect(drifts({ "backend-design": purposes }, EXPORTS)).toEqual([]);
  });
});

it.each([
  ["as FR-5, 6 and 8 ask", []],
  ["as requirements 9 and 12 ask", []],
  ["see finding 3 of the research report", []],
  ["as the 12 requirements on limits ask", ["count"]],
])("the number of a statement is none of a value: %s", (words, dimensions) => {
  const { model } = reviewChanged({
    "backend-design": ahead("Error Handling", "### Marginalia", `The order of carriers is kept, ${words}.`),
  });
  const there = contentOf(model).quantities.filter(({ passage }) => passage.keys.includes("under:marginalia"));
  expect(there.map(({ dimension }) => dimension)).toEqual(dimensions);
});

it("who lists where statements are answered states no value", () => {
  const row = "| FR-1 | Refund Service, within 45 minutes and 9 attempts |";
  const { model } = reviewChanged({ architecture: (text) => text.replace(/(?<=## Requirements Coverage\n\n.*\n.*\n)/, `${row}\n`) });
  const there = contentOf(model).quantities.filter(({ text }) => text === "45 minutes");
  expect(there.map(({ passage }) => passage.aside)).toEqual([true]);
});

describe("a message", () => {
  it.each([
    ['shows "Nothing was exported", else "All is exported".', ["Nothing was exported", "All is exported"]],
    ['shows "done" or "failed" at the end, and ", then again" behind it.', []],
  ])("%s", (words, expected) => {
    const { model } = reviewChanged({ "backend-design": ahead("Error Handling", "### Marginalia", `The console ${words}`) });
    const there = contentOf(model).literals.filter(({ kind, passage }) => kind === "message" && passage.keys.includes("under:marginalia"));
    expect(there.map(({ text }) => text)).toEqual(expected);
  });
});

describe("open questions cost one finding", () => {
  const asked = (...rows: string[]): Change =>
    ahead(
      "Related Documents",
      "## Departures and Open Questions",
      "### Open Questions",
      ["| Question | Who decides | Assumed until then |", "| --- | --- | --- |", ...rows].join("\n"),
    );
  const told = (changes: Changes) =>
    reviewChanged(changes)
      .findings.filter(({ check }) => check === "open-question")
      .map(({ message, arguments: { count } }) => [message, count]);
  const honest = ["| Which carrier comes first? | Logistics | The cheapest |", "| Is the label kept? | Privacy | For a week |"];

  it("however many there are", () => {
    expect(told({ architecture: asked(...honest) })).toEqual([["several", 2]]);
    expect(told({ architecture: asked(honest[0] ?? "") })).toEqual([["open", undefined]]);
  });

  it("and what nobody decides is told by itself", () => {
    const messages = told({ architecture: asked(...honest, "| Who prints it? | TBD | The shop |") }).map(([message]) => message);
    expect(messages.toSorted()).toEqual(["several", "undecided"]);
  });

  it("a question of the PRD is dealt with where it is cited by its number", () => {
    const prd: Change = (text) => `${text}\n## Open Questions\n\n1. Do couriers see a damaged parcel's photograph after a claim?\n`;
    expect(told({ prd })).toEqual([["unasked", undefined]]);
    expect(told({ prd, architecture: asked("| PRD 1: photograph for couriers? | Privacy | No |") })).toEqual([["open", undefined]]);
    expect(told({ prd, architecture: asked("| PRD 1: who prints? | Privacy | The shop |") }).map(([message]) => message)).toContain(
      "unasked",
    );
  });
});
