import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openWorkspace, readFeature, remember, sourcesOf } from "../../src/core.ts";
import { copyExamples, makeWorkspace } from "../support/workspace.ts";

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const FOLDER = `docs/plan/${KEY.epic}/${KEY.feature}`;

/** A worked example, and how often something was made of it. */
async function example() {
  const root = makeWorkspace();
  copyExamples(root, FOLDER);
  await wait(80);
  const remembered = remember<number>();
  let made = 0;
  const ask = () => {
    const workspace = openWorkspace(root);
    return remembered.now(workspace)(KEY, () => ({ value: ++made, sources: sourcesOf(workspace, readFeature(workspace, KEY)) }));
  };
  return { root, ask };
}

describe("what was made of a feature", () => {
  it("is made once, while nothing changes", async () => {
    const { ask } = await example();
    expect([ask(), ask(), ask()]).toEqual([1, 1, 1]);
  });

  it.each<[string, (root: string) => void]>([
    ["a document", (root) => writeFileSync(join(root, FOLDER, "prd.md"), `${readFileSync(join(root, FOLDER, "prd.md"), "utf8")}\n`)],
    ["a document that is gone", (root) => rmSync(join(root, FOLDER, "03-data-design.md"))],
    ["a contract that comes", (root) => writeFileSync(join(root, FOLDER, "openapi.yaml"), "openapi: 3.1.0\n")],
    ["a template", (root) => cpSync("context/templates", join(root, "context/templates"), { recursive: true })],
    ["words of the team's own", (root) => cpSync("context/lexicon/nl.yaml", join(root, "context/lexicon/nl.yaml"))],
    ["the configuration", (root) => writeFileSync(join(root, "groundplan.config.yaml"), "checks:\n  vague-wording: off\n")],
    ["the baseline", (root) => writeFileSync(join(root, ".groundplan-baseline.json"), '{"version":1,"findings":[]}')],
  ])("is made anew after %s has changed", async (_, change) => {
    const { root, ask } = await example();
    expect([ask(), ask()]).toEqual([1, 1]);
    change(root);
    expect(ask()).toBe(2);
  });

  it("is not kept of what has changed just now, which may change again without a trace", async () => {
    const { root, ask } = await example();
    writeFileSync(join(root, FOLDER, "prd.md"), "# Refunds\n");
    expect([ask(), ask()]).toEqual([1, 2]);
  });
});
