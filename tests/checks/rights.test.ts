import { describe, expect, it } from "vitest";
import { type Change, type Changes, reviewChanged } from "../support/mutate.ts";

const EXPORTS = "E00-F02-ledger-export";

const replace =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, () => to);

function told(changes: Changes, example?: string): string[] {
  const { findings } = reviewChanged(changes, example);
  return findings
    .filter(({ check }) => ["value-drift", "missing-literal"].includes(check))
    .map(({ check, message }) => `${check} ${message}`);
}

describe("who may do something is who the PRD lets do it", () => {
  const guarded = (name: string, words: string): Change =>
    replace(new RegExp(`(?<=#### ${name}\\n[\\s\\S]{1,400}\\*\\*Authentication and authorization\\*\\*: )[^\\n]*`), words);
  const DECIDE = "POST /refunds/\\{refundId\\}/decision";
  const READ = "GET /refunds/\\{refundId\\}";
  it.each<[string, string, string, number]>([
    ["another role than the one that decides", DECIDE, "Bearer token with the role `support-agent`.", 1],
    ["one role more than the one that decides", DECIDE, "Bearer token with the role `support-agent` or `finance-approver`.", 1],
    ["one of two that read", READ, "Bearer token with the role `finance-approver`.", 1],
    ["the role that decides", DECIDE, "Bearer token with the role `finance-approver` of another person.", 0],
    ["both that read, the other way round", READ, "Bearer token with the role `finance-approver` or `support-agent`.", 0],
  ])("%s", (_, name, words, expected) => {
    expect(told({ "backend-design": guarded(name, words) }).filter((each) => each.endsWith("role"))).toHaveLength(expected);
  });

  it.each<[string, string, number]>([
    [
      "a sentence that gives one role what another one has",
      "Support agents request, read and decide refunds; finance approvers read them.",
      1,
    ],
    [
      "a sentence that says the same in other words",
      "Support agents request and read refunds; finance approvers read and decide refunds.",
      0,
    ],
    ["a sentence on something else", "Support agents wait for answers; finance approvers count refunds.", 0],
  ])("%s", (_, sentence, expected) => {
    const changes: Changes = {
      "backend-design": (text) => text.replace("\n## Error Handling", () => `\n${sentence}\n\n## Error Handling`),
    };
    expect(told(changes).filter((each) => each.endsWith("role"))).toHaveLength(expected);
  });
});

describe("one thing that its own name, row or citation says otherwise", () => {
  const row = (cells: string): Change => replace("| `Refund` | `createdAt` |", `${cells}\n| \`Refund\` | \`createdAt\` |`);
  const PARCELS = ["Refund", "RefundLine", "RefundEvent"].map(
    (name) => `| \`${name}\` | \`parcel_code\` | string | no | at most 20 characters | Code of the parcel |`,
  );
  it.each<[string, Changes, string | undefined]>([
    [
      "one field of a name is a number, all others are texts",
      { "backend-design": row(PARCELS.join("\n").replace("string | no | at most 20 characters", "integer | no | at least 1")) },
      "value-drift drift",
    ],
    ["all fields of a name are texts", { "backend-design": row(PARCELS.join("\n")) }, undefined],
    [
      "a field that has to be there is absent",
      { "backend-design": row("| `Refund` | `closedAt` | timestamp | yes | UTC; absent while it waits | When it ended |") },
      "value-drift drift",
    ],
    [
      "a field that need not be there is absent",
      { "backend-design": row("| `Refund` | `closedAt` | timestamp | no | UTC; absent while it waits | When it ended |") },
      undefined,
    ],
  ])("%s", (_, changes, expected) => {
    expect(told(changes).filter((each) => each.startsWith("value-drift"))).toEqual(expected === undefined ? [] : [expected]);
  });

  it.each<[string, number, number]>([
    ["with the code of the statement", 3, 0],
    ["with another code", 4, 1],
  ])("a sentence cites a statement on an exit code %s", (_, code, expected) => {
    const changes: Changes = {
      prd: replace("- **FR-16**:", "- **FR-40**: A ledger code of the wrong form ends with 3 before the ledger is asked.\n- **FR-16**:"),
      architecture: (text) =>
        text.replace(
          "\n## System Architecture Diagram",
          () => `\nA wrong ledger code is refused with exit code ${code} (FR-40).\n\n## System Architecture Diagram`,
        ),
    };
    expect(told(changes, EXPORTS).filter((each) => each === "value-drift drift")).toHaveLength(expected);
  });
});
