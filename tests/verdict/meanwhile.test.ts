import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { checkFeatures, listFeatures, openWorkspace } from "../../src/core.ts";
import { makeWorkspace } from "../support/workspace.ts";

// Without a build nothing is kept: there is no telling whether the rules are still the same.
Object.assign(globalThis, { GROUNDPLAN_BUILD: "tested" });

const EPIC = "docs/plan/E00-examples";
const ARCHITECTURE = `${EPIC}/E00-F01-order-refunds/02-architecture.md`;
const COMPONENTS = ".groundplan/cache/E00-examples.components";

/** The worked examples, left alone for long enough to be kept. */
async function examples() {
  const root = makeWorkspace();
  cpSync(EPIC, join(root, EPIC), { recursive: true });
  await wait(80);
  const workspace = openWorkspace(root);
  const check = (cache: boolean, onChecked?: (done: number, all: number) => void) =>
    checkFeatures(workspace, listFeatures(workspace), { baseline: true, across: true, cache, ...(onChecked && { onChecked }) });
  return { path: (name: string) => join(root, name), check };
}

it.each<[string, (path: string) => void]>([
  ["goes", (path) => rmSync(path)],
  [
    "changes",
    (path) => writeFileSync(path, readFileSync(path, "utf8").replace("## Data Flow\n", "## Data Flow\n\nTODO: the night run.\n")),
  ],
])("a document that %s while features are checked leaves no verdict of before", async (_, change) => {
  const { path, check } = await examples();
  await check(true, (done) => done === 1 && change(path(ARCHITECTURE)));
  const plain = await check(false);
  expect(plain.verdicts[0]?.findings.length).toBeGreaterThan(0);
  expect(await check(true)).toEqual(plain);
  expect(await check(true)).toEqual(plain);
});

it("facts that are gone are made again, once", async () => {
  const { path, check } = await examples();
  await check(true);
  const plain = await check(false);
  rmSync(path(COMPONENTS));
  rmSync(path(".groundplan/cache/across"));
  expect(await check(true)).toEqual(plain);
  expect(existsSync(path(COMPONENTS))).toBe(true);
});

it("facts of features that are gone go with the next that are kept", async () => {
  const { path, check } = await examples();
  await check(true);
  rmSync(path(`${EPIC}/E00-F02-ledger-export`), { recursive: true });
  writeFileSync(path(ARCHITECTURE), `${readFileSync(path(ARCHITECTURE), "utf8")}\n`);
  await wait(80);
  await check(true);
  expect(readFileSync(path(COMPONENTS), "utf8")).not.toContain("E00-F02");
});
