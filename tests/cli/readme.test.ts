import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { copyExamples, makeWorkspace } from "../support/workspace.ts";

const README = readFileSync("README.md", "utf8");
const EPIC = "docs/plan/E00-examples";

/** @returns the block of output that begins with a line */
const printed = (first: string) =>
  README.split("```text\n")
    .find((block) => block.startsWith(first))
    ?.split("```")[0];

/** A worked example with three mistakes in it, and one without. */
function project(): string {
  const root = makeWorkspace();
  for (const feature of ["E00-F01-order-refunds", "E00-F02-ledger-export"]) copyExamples(root, `${EPIC}/${feature}`);
  copyExamples(root, "docs/adr");
  const edit = (file: string, from: string, to: string) => {
    const path = join(root, EPIC, "E00-F01-order-refunds", file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  edit("02-architecture.md", "participant orders as Order Service", "participant orders as Ledger Writer");
  edit("04-backend-design.md", "| `amount` | `Money` | yes | sum", "| `amount` | `Mony` | yes | sum");
  edit(
    "04-backend-design.md",
    "### Recovery Strategies",
    '```json\n{ "code": "ORDER_UNKNOWN", "status": 404 }\n```\n\n### Recovery Strategies',
  );
  return root;
}

describe("the README shows what is really printed", () => {
  it("by check", () => {
    expect(printed("docs/plan/E00-examples/E00-F01")).toBe(runCli(["check", "--no-cache", "E00-F01"], project()).out);
  });

  it("by status", () => {
    expect(printed("E00-examples/E00-F01")).toBe(runCli(["status"], project()).out);
  });
});
