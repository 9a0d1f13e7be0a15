import { describe, expect, it } from "vitest";
import { answersOf } from "../../src/model/requirements/answers.ts";
import { type Change, reviewChanged } from "../support/mutate.ts";

/** The part that the template has before Related Documents, with some rows. */
function aside({ departures = [], questions = [] }: { departures?: string[]; questions?: string[] }): Change {
  const table = (title: string, columns: string, rows: string[]) =>
    rows.length === 0 ? "" : `### ${title}\n\n| ${columns} |\n| --- | --- | --- |\n${rows.map((row) => `| ${row} |`).join("\n")}\n\n`;
  const body = `${table("Departures", "Statement | What the design does instead | Reason", departures)}${table("Open Questions", "Question | Who decides | Assumed until then", questions)}`;
  return (text) => text.replace("## Related Documents", `## Departures and Open Questions\n\n${body}## Related Documents`);
}

const told = (changes: Parameters<typeof reviewChanged>[0]) =>
  reviewChanged(changes)
    .findings.filter(({ check }) => !["line-count", "padding"].includes(check))
    .map(({ check, message }) => `${check} ${message}`);

/** The limit that 04 states otherwise than NFR-5. */
const limit: Change = (text) => text.replace("60 requests a minute for each user", "90 requests a minute for each user");
/** FR-8 and all that repeats it, at 48 hours. */
const hours: Change = (text) => text.replaceAll("72 hours", "48 hours").replaceAll("72 h", "48 h");

describe("a departure settles the contradiction that it names", () => {
  it.each<[string, string[]]>([
    ["NFR-5 | 90 requests a minute instead of 60 | Agents work in bursts; agreed with support", []],
    ["NFR-5 | The limit is higher | Agents work in bursts; agreed with support", []],
    // It names another statement, another value, or gives no reason.
    ["NFR-1 | 90 requests a minute instead of 60 | Agents work in bursts", []],
    ["NFR-3 | The limit is higher | Agents work in bursts", ["value-drift drift"]],
    ["NFR-5 | 80 requests a minute instead of 60 | Agents work in bursts", ["value-drift drift"]],
  ])("%s", (row, expected) => {
    expect(told({ "backend-design": limit, architecture: aside({ departures: [row] }) })).toEqual(expected);
  });

  it("and not one of another statement with the same row", () => {
    const changed = {
      "backend-design": (text: string) => limit(hours(text)),
      architecture: aside({ departures: ["NFR-5 | 90 requests a minute | Bursts"] }),
    };
    expect(told(changed)).not.toEqual([]);
  });

  it("nor one without a reason", () => {
    const changed = { "backend-design": limit, architecture: aside({ departures: ["NFR-5 | 90 requests a minute | -"] }) };
    expect(told(changed)).toEqual(["empty-section empty-cell", "value-drift drift"]);
  });

  it("of a contract, by the name of the field", () => {
    const note: Change = (text) => text.replace(/^\| `CreateRefundRequest` \| `note` .*\n/m, "");
    const before = told({ "backend-design": note });
    expect(before).toContain("contract-mismatch missing-field");
    const row = "`CreateRefundRequest.note` | It is left out | The console has no field for it";
    expect(told({ "backend-design": note, architecture: aside({ departures: [row] }) })).not.toContain("contract-mismatch missing-field");
    const other = "`CreateRefundRequest.lines` | It is left out | The console has no field for it";
    expect(told({ "backend-design": note, architecture: aside({ departures: [other] }) })).toContain("contract-mismatch missing-field");
  });
});

describe("a departure settles an option and an entry of a list", () => {
  const exports = (changes: Parameters<typeof reviewChanged>[0]) =>
    reviewChanged(changes, "E00-F02-ledger-export")
      .findings.map(({ check, message }) => `${check} ${message}`)
      .filter((each) => /^(?:value-drift|missing-literal)/.test(each));
  const pages: Change = (text) =>
    text
      .replace("`--limit` integer, 1 to 500, default 50", "`--limit` integer, 1 to 500, default 20")
      .replace("`--limit` with the default 50", "`--limit` with the default 20");

  it.each<[string, string[]]>([
    ["`--limit` of `list` | Its default is 20 instead of 50 | A terminal shows no more", []],
    ["`--limit` of `list` | Another default | A terminal shows no more", []],
    // It gives no reason, another value, or names another option.
    ["`--limit` of `list` | Its default is 20 instead of 50 | -", ["value-drift drift"]],
    ["`--limit` of `list` | Its default is 30 instead of 50 | A terminal shows no more", ["value-drift drift"]],
    ["`--cursor` of `list` | Another default | A terminal shows no more", ["value-drift drift"]],
  ])("%s", (row, expected) => {
    expect(exports({ "backend-design": pages, architecture: aside({ departures: [row] }) })).toEqual(expected);
  });
});

describe("a departure that no table holds", () => {
  const said =
    (words: string): Change =>
    (text) =>
      `${text}\n## Deviations from the PRD\n\n${words}\n`;

  it.each<[string, number, string]>([
    ["- NFR-5: 90 requests a minute, because agents work in bursts", 1, "agents work in bursts"],
    ["NFR-5 departs to 90 requests a minute since agents work in bursts.", 1, "agents work in bursts."],
    ["- NFR-5: 90 requests a minute, as in the console", 1, ""],
    ["What follows departs from the PRD.", 0, ""],
  ])("%s", (words, count, reason) => {
    const { departures } = reviewChanged({ architecture: said(words) }).model;
    expect(departures).toHaveLength(count);
    expect(departures[0]?.reason ?? "").toBe(reason);
  });

  it("stands apart from what the design says", () => {
    expect(told({ architecture: said("- NFR-5: 90 requests a minute for each user, because agents work in bursts") })).toEqual([]);
  });
});

describe("an open question", () => {
  const row = "Is the limit of 200.00 set for each currency? (FR-5) | ??? | It is not";

  it.each<[string, string[]]>([
    ["TBD: is the limit set for each currency? | Head of finance | It is not", ["open-question open"]],
    ["Is the limit set for each currency? | TBD | It is not", ["open-question undecided"]],
    [row, ["empty-section empty-cell"]],
    ["Is the limit set for each currency? | Head of finance | TBD", ["open-question open", "placeholder-text placeholder"]],
    ["{What is to be decided} | {A person} | {What is assumed}", ["open-question open", "placeholder-text placeholder"]],
  ])("%s", (question, expected) => {
    const found = told({ architecture: aside({ questions: [question] }) });
    expect([...new Set(found)]).toEqual(expected);
  });

  it("says who decides and what is assumed, in a list of a team's own too", () => {
    const changed: Change = (text) =>
      `${text}\n## Open Questions\n\n- Is the limit set for each currency? Head of finance decides; until then it is not.\n`;
    const [question] = reviewChanged({ architecture: changed }).model.undecided;
    expect(question).toMatchObject({
      question: "Is the limit set for each currency?",
      decider: "Head of finance",
      assumption: "it is not.",
    });
  });

  it("is no answer of a requirement by itself, and no reason against finishing", () => {
    const without: Change = (text) =>
      aside({ questions: ["How is FR-6 decided? | Head of finance | By the finance approver alone"] })(text)
        .replaceAll("FR-5, FR-6", "FR-5")
        .replace("FR-5 to FR-7", "FR-5, FR-7");
    const backend: Change = (text) => text.replaceAll(" (FR-6)", "").replaceAll("FR-6", "the decision");
    const { model, findings } = reviewChanged({ architecture: without, "backend-design": backend });
    expect(answersOf(model).find(({ requirement }) => requirement.id === "FR-6")?.state).toBe("listed");
    expect(findings.filter(({ check }) => check === "premature-status")).toEqual([]);
  });
});

it("what a departure says is left out is declined, with its reason", () => {
  const architecture: Change = (text) =>
    aside({ departures: ["FR-10 | No email is sent for now | The provider's contract ends; agreed with support"] })(text)
      .replace("FR-7 and FR-10", "FR-7")
      .replace("FR-7 to FR-10, FR-14", "FR-7 to FR-9, FR-14");
  const { model } = reviewChanged({ architecture });
  expect(answersOf(model).find(({ requirement }) => requirement.id === "FR-10")?.state).toBe("declined");
});
