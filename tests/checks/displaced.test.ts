import { describe, expect, it } from "vitest";
import { type Change, type Changes, reviewChanged } from "../support/mutate.ts";

const EXPORTS = "E00-F02-ledger-export";

const behind =
  (words: string, sentence: string): Change =>
  (text) =>
    text.replace(words, () => `${words} ${sentence}`);
const demanded = (sentence: string): Change => behind("returns the first answer and creates no second refund.", sentence);
const row =
  (cells: string): Change =>
  (text) =>
    text.replace("| `Refund` | `createdAt` |", () => `| \`Refund\` | ${cells} |\n| \`Refund\` | \`createdAt\` |`);
const said = (sentence: string): Change => behind("`409` and `412` need a fresh read and a person.", `${sentence}.`);

/** What is told of values and names, with the line of the message where it counts. */
function told(changes: Changes, example?: string): string[] {
  const { findings } = reviewChanged(changes, example);
  return findings
    .filter(({ check }) => ["value-drift", "missing-literal"].includes(check))
    .map(({ check, message, arguments: { expected } }) => `${check} ${message}${expected === undefined ? "" : ` ${expected}`}`);
}

describe("a value has taken the place of what a statement says", () => {
  it.each<[string, string, Change, string]>([
    [
      "one of two values that a sentence lists",
      "A refund receipt is a PDF or JPEG, no larger than 4 MB.",
      row("`receiptType` | enum: application/pdf, image/png | no | one of the values | Kind of receipt"),
      "missing-literal displaced jpeg",
    ],
    [
      "one of three values",
      "The way back is `card`, `transfer` or `voucher`.",
      row("`way` | enum: card, transfer, cheque | no | one of the values | How the money goes back"),
      "missing-literal displaced voucher",
    ],
    [
      "the upper end of a range",
      "A note of the courier has 12 to 400 characters.",
      row("`courierNote` | string | no | 12 to 300 characters | Note of the courier"),
      "value-drift drift 12 to 400 characters",
    ],
    [
      "a range of what is exactly so many",
      "A parcel code has exactly 14 digits.",
      row("`parcelCode` | string | no | 9 to 14 digits | Code of the parcel"),
      "value-drift drift exactly 14 digits",
    ],
    [
      "so many letters of another sort of words",
      "A depot code has 3 to 12 characters, upper-case letters and digits only.",
      row("`depot` | string | no | 3 to 8 upper-case letters and digits | Depot code"),
      "value-drift drift 3 to 12 characters",
    ],
    [
      "a size in the middle of a sentence",
      "A link to a refund carries a random token of 32 bytes and is stored as a hash only.",
      said("Links to a refund carry 16 random bytes, stored as a hash only"),
      "value-drift drift 32 bytes",
    ],
    [
      "an age without its unit",
      "A courier who carries a banknote must be at least 16 years old.",
      said("A courier who carries a banknote needs an age of 18 or more"),
      "value-drift drift 16 years",
    ],
  ])("%s", (_, statement, design, expected) => {
    expect(told({ prd: demanded(statement), "backend-design": design })).toContain(expected);
  });

  it("a row bounds one thing twice", () => {
    const size = row("`receiptBytes` | integer | no | 1 to 8388608 | At most 6 MB");
    expect(told({ "backend-design": size })).toContain("value-drift drift 6 MB");
  });
});

describe("a value stands beside what a statement says", () => {
  it.each<[string, string, Change]>([
    [
      "values that another list has as well",
      "A refund receipt is a PDF or JPEG, no larger than 4 MB.",
      row("`receiptType` | enum: application/pdf, image/jpeg | no | one of the values | Kind of receipt"),
    ],
    [
      "values of something else that has one word in common",
      "An approver may approve or postpone a shift.",
      row("`vote` | enum: approve, veto | no | one of the values | Of the second approver"),
    ],
    [
      "more values than are listed",
      "The way back is `card`, `transfer` or `voucher`.",
      row("`way` | enum: card, transfer, voucher, cash | no | one of the values | How the money goes back"),
    ],
    [
      "ranges that begin as all do",
      "A note of the courier has 1 to 400 characters.",
      row("`carrier` | string | no | 1 to 120 characters | Who brings it"),
    ],
    [
      "ranges of two things",
      "A note of the courier has 12 to 400 characters.",
      row("`slogan` | string | no | 12 to 90 characters | Line below the logo"),
    ],
    ["a size in bytes and in megabytes", "Receipts are kept.", row("`receiptBytes` | integer | no | 1 to 6291456 | At most 6 MB")],
    [
      "pauses between tries, and how long one try and all of them may take",
      "A call of the bank that is not answered within 10 seconds is retried with exponential backoff, at most 8 times over 24 hours.",
      said("Calls of the bank: 8 attempts with exponential backoff, delay 30 s doubling up to 1 h"),
    ],
    [
      "a status with its code in small letters",
      "A list of refunds is answered within 300 ms with 200 readers at the same time.",
      said("A reader without rights gets 403 reader-blocked"),
    ],
  ])("%s", (_, statement, design) => {
    expect(told({ prd: demanded(statement), "backend-design": design })).toEqual([]);
  });

  it("an option has one default in two units", () => {
    const design: Change = (text) =>
      text
        .replace(
          "`--limit` integer, 1 to 500, default 50",
          "`--limit` integer, 1 to 500, default 50; `--wait` duration, default 15 minutes",
        )
        .replace("- **Parameters**: `--cursor`", "- **Parameters**: `--wait` duration, default 900 s; `--cursor`")
        .replace("[--limit number]", "[--limit number] [--wait duration]");
    expect(told({ "backend-design": design }, EXPORTS)).toEqual([]);
  });
});
