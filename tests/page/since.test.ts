import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changesOf } from "../../src/page/since/changes.ts";
import { runCli } from "../support/cli.ts";
import { reviewIn } from "../support/example.ts";
import { copyExamples, makeWorkspace } from "../support/workspace.ts";

const REFUNDS = "docs/plan/E00-examples/E00-F01-order-refunds";
const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };

function example(): string {
  const root = makeWorkspace();
  copyExamples(root, REFUNDS, "docs/adr");
  return root;
}

function edit(root: string, file: string, from: string | RegExp, to: string): void {
  const path = join(root, REFUNDS, file);
  const before = readFileSync(path, "utf8");
  expect(before.replace(from, to)).not.toBe(before);
  writeFileSync(path, before.replace(from, to));
}

describe("what has changed", () => {
  it.each<[string, string, string | RegExp, string, object]>([
    [
      "a sentence of a section",
      "02-architecture.md",
      "Refunds are added to the payments service",
      "Refunds are added to the shop",
      { sections: [{ change: "changed", title: "Architecture Overview", line: expect.any(Number) }] },
    ],
    [
      "a heading that is called otherwise",
      "02-architecture.md",
      "### Refund within the automatic limit",
      "### Refund below the limit",
      {
        sections: [
          { change: "new", title: "Data Flow > Refund below the limit" },
          { change: "gone", title: "Data Flow > Refund within the automatic limit" },
        ],
      },
    ],
    ["the layout of a table", "02-architecture.md", /\| --- \|/g, "| :---- |", { sections: [] }],
    [
      "a requirement",
      "prd.md",
      "A support agent can request a refund",
      "A support agent may request a refund",
      { sections: [], statements: [{ change: "changed", id: "FR-1" }] },
    ],
    [
      "an endpoint",
      "04-backend-design.md",
      "POST /orders/{orderId}/refunds",
      "POST /orders/{orderId}/returns",
      { interfaces: expect.arrayContaining([expect.objectContaining({ kind: "interface-removed", breaking: true })]) },
    ],
    ["a sign in front of a number", "04-backend-design.md", "1 to 100", "-1 to 100", { sections: [{ change: "changed" }] }],
    ["nothing", "prd.md", /$/, "\n", { sections: [], statements: [], interfaces: [] }],
  ])("%s", (_, file, from, to, expected) => {
    const root = example();
    const before = reviewIn(root, KEY).model;
    edit(root, file, from, to);
    expect(changesOf(before, reviewIn(root, KEY).model, "v1")).toMatchObject(expected);
  });

  it("stands on the page for who comes back, with a link to each section", () => {
    const root = example();
    const git = (...words: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...words], { cwd: root });
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "a");
    edit(root, "02-architecture.md", "Refunds are added to the payments service", "Refunds are added to the shop");
    expect(runCli(["page", "--no-draw", "--since", "HEAD", "-o", "plan.html"], root).status).toBe(0);
    const text = readFileSync(join(root, "plan.html"), "utf8");
    const [, part = ""] = /What changed since HEAD<\/h3>([\s\S]*?)<\/section>/.exec(text) ?? [];
    expect(part).toMatch(/changed<\/span>\s*<a href="#[^"]*architecture\.L\d+">Architecture Overview<\/a>/);
    expect(runCli(["page", "--since", "nowhere"], root)).toMatchObject({ status: 2, err: expect.stringContaining("nowhere") });
  });

  it("of a feature that was not there is all of it", () => {
    const root = example();
    const now = reviewIn(root, KEY).model;
    const empty = makeWorkspace({ "docs/plan/E00-examples/E00-F01-order-refunds/.keep": "" });
    expect(changesOf(reviewIn(empty, KEY).model, now, "v1").isNew).toBe(true);
  });
});
