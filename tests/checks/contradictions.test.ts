import { describe, expect, it } from "vitest";
import { type Change, type Changes, reviewChanged } from "../support/mutate.ts";

const [REFUNDS, EXPORTS, STOCK] = ["E00-F01-order-refunds", "E00-F02-ledger-export", "E00-F03-stock-reservations"];

const replace =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, () => to);
const insert =
  (heading: string, sentence: string): Change =>
  (text) =>
    text.replace(`\n## ${heading}`, `\n${sentence}\n\n## ${heading}`);

/** What is told of a change, without what its length brings. */
function told(example: string, changes: Changes): string[] {
  const { findings } = reviewChanged(changes, example);
  return findings.filter(({ check }) => !["line-count", "padding"].includes(check)).map(({ check, message }) => `${check} ${message}`);
}

/** The list of exit codes of `ledger-export verify`, in words. */
const exits = (list: string): Change => replace(/(?<=#### ledger-export verify[\s\S]{1,900}\*\*Exit codes\*\*: )0 passed[^\n]*/, list);

describe("one thing that is said otherwise in another place", () => {
  it.each<[string, string, Changes, string]>([
    [
      "a flow sends an event that no document has",
      STOCK,
      { architecture: replace("publisher->>shop: stock.reserved for each SKU", "publisher->>shop: stock.held for each SKU") },
      "picture-mismatch unpublished",
    ],
    [
      "a field is said to be what it does not list",
      STOCK,
      { architecture: insert("System Architecture Diagram", "For a lost parcel the reason is `lost`.") },
      "missing-literal doubtful-value",
    ],
    [
      "a queue has another name",
      REFUNDS,
      {
        prd: insert("Out of Scope", "Mails leave through the queue `refund-mails`."),
        architecture: insert("System Architecture Diagram", "Mails leave through the queue `later-sending`."),
      },
      "missing-literal stranger",
    ],
    [
      "a queue holds another number, with or without a word for what it holds",
      REFUNDS,
      {
        prd: insert("Out of Scope", "While the mail server is away, the outgoing queue holds 4,000, and the oldest mails are dropped."),
        architecture: insert("System Architecture Diagram", "Outgoing queue of 400 mails, of which the oldest are dropped."),
      },
      "value-drift drift",
    ],
    [
      "a signature is made by another algorithm",
      REFUNDS,
      {
        prd: insert("Out of Scope", "Callbacks of the bank are verified by an HMAC-SHA256 signature over the body."),
        architecture: insert(
          "System Architecture Diagram",
          "The body of callbacks of the bank is verified against its HMAC-SHA512 signature.",
        ),
      },
      "value-drift drift",
    ],
    [
      "one of two names that are told together is another one",
      REFUNDS,
      {
        research: insert("Architecture Style", "Mails leave through `outgoing-urgent` and `outgoing-normal`."),
        architecture: insert("System Architecture Diagram", "Two queues are served, `outgoing-urgent` and `outgoing-slow`."),
      },
      "missing-literal stranger",
    ],
    [
      "a header has another name than all others give it",
      REFUNDS,
      {
        prd: insert("Out of Scope", "Callbacks of the bank bear the header `X-Bank-Proof`."),
        architecture: insert("System Architecture Diagram", "The bank sends the header `X-Bank-Proof`."),
        "backend-design": insert("Error Handling", "A callback of the bank is refused without the header `Bank-Token`."),
      },
      "missing-literal stranger",
    ],
    [
      "a message has other words",
      REFUNDS,
      {
        prd: insert("Out of Scope", 'For a closed order the console shows "This order takes no refunds".'),
        "backend-design": insert("Error Handling", 'For a closed order the console shows "Refunds have ended here".'),
      },
      "missing-literal stranger",
    ],
    [
      "the PRD gives two limits",
      REFUNDS,
      { prd: insert("Out of Scope", "While the Payment Gateway is unavailable, executions of approved refunds are retried for 24 hours.") },
      "contradicted-input doubtful",
    ],
  ])("%s", (_, example, changes, expected) => {
    expect(told(example, changes)).toContain(expected);
  });
});

describe("exit codes in words are held against the table", () => {
  it.each<[string, string, string[]]>([
    ["0 passed; 2 an argument is invalid; 3 the export was not found", "`ACCESS_DENIED`", ["unlisted"]],
    ["0 passed; 3 an argument is invalid; 2 the export was not found", "`INVALID_ARGUMENT`, `EXPORT_NOT_FOUND`", ["swapped", "swapped"]],
    ["0 passed; 2 an argument is invalid; 3 the export was not found", "`INVALID_ARGUMENT`, `EXPORT_NOT_FOUND`", []],
    ["0 passed; 2 an argument is invalid; others as in the table", "`ACCESS_DENIED`", []],
    ["0 passed; 2 and 3 when refused", "`INVALID_ARGUMENT`, `EXPORT_NOT_FOUND`", []],
  ])("%s, beside %s", (list, codes, expected) => {
    const { findings } = reviewChanged({ "backend-design": exits(`${list}\n- **Errors**: ${codes}`) }, EXPORTS);
    const own = findings.filter(({ check, message }) => check === "status-mismatch" && ["unlisted", "swapped"].includes(message));
    expect(own.map(({ message }) => message)).toEqual(expected);
  });
});

describe("what only seems to be said otherwise", () => {
  it.each<[string, Changes]>([
    [
      "a load test went further than is asked for",
      {
        prd: insert("Out of Scope", "Deciding takes less than 90 milliseconds with 300 open cases."),
        architecture: insert("System Architecture Diagram", "A load test with 900 open cases showed that deciding takes 20 milliseconds."),
      },
    ],
    [
      "two names stand together, and a third one is added to them",
      {
        prd: insert("Out of Scope", "Mails leave through `outgoing-urgent` and `outgoing-normal`."),
        architecture: insert("System Architecture Diagram", "Queues are `outgoing-urgent`, `outgoing-normal` and `outgoing-slow`."),
      },
    ],
    [
      "a header of its own beside those that are agreed",
      {
        prd: insert("Out of Scope", "Callbacks of the bank bear the header `X-Bank-Proof`."),
        "backend-design": insert("Error Handling", "Callbacks bear the header `X-Bank-Proof`, answers the header `Retry-Hint`."),
      },
    ],
  ])("%s", (_, changes) => {
    const contradicting = (finding: string) => /^(?:value-drift|missing-literal (?:stranger|renamed))/.test(finding);
    expect(told(REFUNDS, changes).filter(contradicting)).toEqual([]);
  });
});

describe("whom an interface lets in is held against whom statements name", () => {
  const demanded = (...sentences: string[]): Change =>
    replace("- **FR-12**:", `${sentences.map((sentence, index) => `- **FR-${40 + index}**: ${sentence}`).join("\n")}\n- **FR-12**:`);
  const guarded = (name: string, words: string): Change =>
    replace(new RegExp(`(?<=#### ${name}\\n[\\s\\S]{1,400}\\*\\*Authentication and authorization\\*\\*: )[^\\n]*`), words);
  const ONLY = demanded("Only finance approvers create refunds.");
  const BOTH = demanded("Warehouse clerks MUST be able to read a refund.", "Finance approvers MUST be able to read a refund.");
  it.each<[string, Change, Change, number]>([
    ["others than those who alone may", ONLY, guarded("POST /orders/{orderId}/refunds", "Bearer token; support agents."), 1],
    ["those who alone may", ONLY, guarded("POST /orders/{orderId}/refunds", "Bearer token; a finance approver."), 0],
    ["others where it only reads", ONLY, guarded("GET /orders/{orderId}/refunds", "Bearer token; support agents."), 0],
    ["others by a word that the PRD does not use", ONLY, guarded("POST /orders/{orderId}/refunds", "Bearer token; treasury staff."), 0],
    ["one of two who shall be able to", BOTH, guarded("GET /refunds/{refundId}", "Bearer token (FR-40); finance approvers only."), 1],
    ["both", BOTH, guarded("GET /refunds/{refundId}", "Bearer token (FR-40); warehouse clerks and finance approvers only."), 0],
    ["one, where nothing is cited", BOTH, guarded("GET /refunds/{refundId}", "Bearer token; finance approvers only."), 0],
  ])("%s", (_, prd, design, expected) => {
    const roles = told(REFUNDS, { prd, "backend-design": design }).filter((finding) => finding === "missing-literal unknown-role");
    expect(roles).toHaveLength(expected);
  });
});
