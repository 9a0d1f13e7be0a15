import { describe, expect, it } from "vitest";
import { type Change, type Changes, reviewChanged } from "../support/mutate.ts";

const [REFUNDS, EXPORTS] = ["E00-F01-order-refunds", "E00-F02-ledger-export"];

const replace =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, () => to);
const both =
  (...changes: Change[]): Change =>
  (text) =>
    changes.reduce((changed, change) => change(changed), text);
const above = (heading: string, sentence: string): Change => replace(`\n## ${heading}`, `\n${sentence}\n\n## ${heading}`);
const remark = (sentence: string): Changes => ({ architecture: above("Technology Stack", sentence) });

/** The checks that speak of a change, without what its length brings. */
function told(example: string, changes: Changes): string[] {
  const { findings } = reviewChanged(changes, example);
  return findings.filter(({ check }) => !["line-count", "padding"].includes(check)).map(({ check, message }) => `${check} ${message}`);
}

const overview = (from: string, to: string): Changes => ({ "backend-design": replace(from, to) });

describe("how many there are", () => {
  it.each<[string, string, Changes]>([
    ["an overview counts endpoints below a path", REFUNDS, overview("Four HTTP endpoints below", "Six HTTP endpoints below")],
    [
      "an overview counts the subcommands of a command",
      EXPORTS,
      overview("Four commands of `ledger-export`", "Five commands of `ledger-export`"),
    ],
    ["the architecture counts what lies below a path", REFUNDS, remark("The console uses three endpoints under `/orders`.")],
  ])("%s", (_, example, changes) => {
    expect(told(example, changes)).toContain("value-drift counted");
  });

  it.each<[string, Changes]>([
    [
      "some of them, with what they are for",
      overview("Four HTTP endpoints below", "Two HTTP endpoints for approvers and four in all, below"),
    ],
    ["the right number, in figures", overview("Four HTTP endpoints below", "4 endpoints below")],
    ["a list that gives examples", remark("There are six reasons, such as `damaged`, `returned` and `goodwill`.")],
    ["a list of the right length", remark("Three reasons (`damaged`, `returned`, `goodwill`) need no photo.")],
    ["some of the values of a field", remark("A refund waits in two statuses before it is paid.")],
    ["a number, and a list of something else behind it", remark("Two agents may use `damaged`, `returned` and `goodwill`.")],
  ])("no word: %s", (_, changes) => {
    expect(told(REFUNDS, changes).filter((each) => /counted|listed|enumerated/.test(each))).toEqual([]);
  });
});

describe("sections on all interfaces", () => {
  const limits = (count: string, window: string) =>
    both(
      replace("60 requests a minute for each user over all four endpoints (NFR-5)", `${count} for each user (NFR-5)`),
      replace("**Window**: sliding, 60 seconds", `**Window**: sliding, ${window}`),
    );
  const pages = (words: string) => replace("`limit` with the default 25 and the maximum 100", words);
  const version = (words: string) =>
    both(
      replace("the major version is the first segment of the path;", "the path begins with `/v1/`;"),
      replace("**Current version**: v1", words),
    );

  it.each<[string, Change]>([
    ["a page has another range than at the endpoint", pages("`limit` 1 to 250, default 25")],
    ["a page has another default", pages("`limit` with the default 40 and the maximum 100")],
    ["a limit has another number", limits("75 requests", "one minute")],
    ["a limit has another window", limits("60 requests", "one hour")],
    ["a version is none of the paths", version("**Current version**: v2")],
  ])("%s", (_, change) => {
    expect(told(REFUNDS, { "backend-design": change })).toContain("value-drift drift");
  });

  it.each<[string, Change]>([
    ["the same page in other words", pages("`limit` 1 to 100, default 25")],
    ["the same limit in two places", limits("60 requests", "1 minute")],
    ["the same version in other words", version("**Current version**: 1, since the first release")],
  ])("no word: %s", (_, change) => {
    expect(told(REFUNDS, { "backend-design": change }).filter((each) => each.startsWith("value-drift"))).toEqual([]);
  });
});

describe("names that are written otherwise once", () => {
  const cookies = (...names: string[]): Change => {
    let at = 0;
    return (text) => text.replace(/Bearer token with the role/g, () => `Cookie \`${names[at++ % names.length]}\` and the role`);
  };
  const stranger = "missing-literal stranger";

  it("one endpoint is guarded by another cookie than all others", () => {
    expect(
      told(REFUNDS, { "backend-design": cookies("console_session", "console_session", "console_ticket", "console_session") }),
    ).toContain(stranger);
  });

  it("a defined name has lost its beginning", () => {
    const changes = {
      prd: above("Out of Scope", "The webhook address is set by `webhook_address` and may be empty."),
      "backend-design": both(
        above("Error Handling", "Without `webhook_address` nobody is told."),
        above("Versioning", "The address in `hook_address` may be empty."),
      ),
    };
    expect(told(REFUNDS, changes)).toContain(stranger);
  });

  it.each<[string, Change]>([
    ["all endpoints have one cookie", cookies("console_session")],
    ["half of them have another one", cookies("console_session", "console_ticket")],
  ])("no word: %s", (_, change) => {
    expect(told(REFUNDS, { "backend-design": change })).not.toContain(stranger);
  });

  it("no word: two names with a word in common are two names", () => {
    expect(told(REFUNDS, remark("Retries are counted in `refund_retries`, failures in `refund_failures`."))).not.toContain(stranger);
  });
});

describe("codes in small letters, in a table right below the heading on errors", () => {
  const small: Change = (text) =>
    text.replace(/`(?:\d{3} )?[A-Z]{3,}(?:_[A-Z]+)+`/g, (code) => code.toLowerCase().replace(/`(\d{3}) /, "$1 `"));
  const changes = (own: Change): Changes => ({
    contracts: small,
    "backend-design": both(small, replace("### Error Codes\n\n", ""), own),
  });

  it.each<[string, Change, string]>([
    [
      "an endpoint names a code that the table lacks",
      replace("412 `refund_changed`.", "412 `refund_stale`."),
      "missing-error-case untabled",
    ],
    ["an endpoint gives a code another status", replace("412 `refund_changed`.", "409 `refund_changed`."), "status-mismatch differs"],
  ])("%s", (_, own, expected) => {
    expect(told(REFUNDS, changes(own))).toContain(expected);
  });

  it("no word where all agree", () => {
    const own = told(
      REFUNDS,
      changes((text) => text),
    );
    expect(own.filter((each) => /^(?:missing-error-case|status-mismatch)/.test(each))).toEqual([]);
  });
});

describe("what stands below another heading speaks of another thing", () => {
  const component = (name: string, duty: string) =>
    `### ${name}\n\n**Purpose**: Keeps things in order\n\n**Responsibilities**:\n\n- ${duty}\n\n**Dependencies**: none\n\n**Interfaces**: none\n`;
  const duties = (first: string, second: string): Changes => ({
    architecture: replace("\n## Data Flow", `\n${component("Rate Table", first)}\n${component("Alarm Bell", second)}\n## Data Flow`),
  });

  it.each<[string, Changes]>([
    ["duties of two components", duties("Caches exchange rates for 10 minutes", "Rings within 2 minutes when rates are missing")],
    ["a test under load", remark("A load test with 90 requests a minute for each user showed 31 ms at the median.")],
    ["algorithms of two limits", { architecture: above("Technology Stack", "Calls of the gateway pass a token bucket of their own.") }],
  ])("no word: %s", (_, changes) => {
    expect(told(REFUNDS, changes).filter((each) => each.startsWith("value-drift"))).toEqual([]);
  });
});

describe("what becomes of an error, in words", () => {
  const asked = above(
    "Out of Scope",
    "- **FR-90**: A permanent failure of the gateway, such as a closed account, ends the refund; it is never retried.",
  );
  const designed = (sentence: string): Changes => ({ prd: asked, architecture: above("Technology Stack", sentence) });

  it("what is never retried is retried", () => {
    const found = told(
      REFUNDS,
      designed("A permanent failure of the gateway, such as a closed account, is retried with the others (FR-90)."),
    );
    expect(found).toContain("value-drift drift");
  });

  it.each<[string, string]>([
    ["it is not retried", "A permanent failure of the gateway, such as a closed account, is not retried (FR-90)."],
    ["something else is retried", "Mails to customers are retried by the relay."],
  ])("no word: %s", (_, sentence) => {
    expect(told(REFUNDS, designed(sentence)).filter((each) => each.startsWith("value-drift"))).toEqual([]);
  });
});

describe("what is delivered twice", () => {
  it("a key of deduplication lives for another time", () => {
    const changes = {
      prd: above("Out of Scope", "- **FR-91**: An execution message that comes twice within 24 hours is executed once."),
      architecture: above("Technology Stack", "Execution messages are deduplicated for 12 hours (FR-91)."),
    };
    expect(told(REFUNDS, changes).some((each) => each.startsWith("value-drift"))).toBe(true);
  });
});
