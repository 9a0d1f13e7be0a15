import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { finishFeature, loadContext, openWorkspace, readFeature, review, stepsOf, writeDocument } from "../../src/core.ts";
import { makeWorkspace } from "../support/workspace.ts";

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const FOLDER = `docs/plan/${KEY.epic}/${KEY.feature}`;
const NO_BROWSER = { PATH: "", PUPPETEER_EXECUTABLE_PATH: "/nowhere/chromium" };
const WAIVER = "broken-link prd.md: the epic lies in the planning repository";

/** The worked example, whose PRD links what only its owner has. */
function withDeadLink() {
  const root = makeWorkspace();
  for (const folder of [FOLDER, "context/patterns"]) cpSync(folder, join(root, folder), { recursive: true });
  const read = (file: string) => readFileSync(join(root, FOLDER, file), "utf8");
  const edit = (file: string, change: (text: string) => string) => writeFileSync(join(root, FOLDER, file), change(read(file)));
  edit("prd.md", (text) => text.replace("## Overview", "[Epic of the payments team](/home/ines/plan/epic.md)\n\n## Overview"));
  const workspace = openWorkspace(root);
  const context = loadContext(root, workspace.config);
  const look = () => review(readFeature(workspace, KEY), context);
  return {
    ...{ read, edit, look, workspace, context },
    told: () => look().findings.map(({ check, message }) => `${check} ${message}`),
    finish: (waive: string[] = []) => finishFeature(workspace, context, KEY, { today: "2026-11-21", env: NO_BROWSER, waive }),
  };
}

describe("a finding in an input", () => {
  it("keeps the last gate closed, which says whose it is and what can be done", async () => {
    const { finish } = withDeadLink();
    const { open } = await finish();
    expect(open.at(-1)?.open.join()).toMatch(/prd\.md:\d+: Unexpected link .*Whoever owns prd\.md mends it, or agrees to live with it/);
  });

  it("is waived with a reason, which stands in the design and counts for every face", async () => {
    const { finish, read, look } = withDeadLink();
    expect((await finish([WAIVER])).open).toEqual([]);
    expect(read("02-architecture.md")).toMatch(
      /^waived: \["broken-link prd\.md [0-9a-f]{8}: the epic lies in the planning repository"\]$/m,
    );
    expect(read("prd.md")).toContain("/home/ines/plan/epic.md");
    const { findings, suppressed } = look();
    expect(findings).toEqual([]);
    expect(suppressed).toBe(1);
  });

  it("another one of the check is still told, and a waiver of nothing too", async () => {
    const { finish, edit, told } = withDeadLink();
    await finish([WAIVER]);
    edit("prd.md", (text) => text.replace("/home/ines/plan/epic.md", "/home/ines/plan/other.md"));
    expect(told().toSorted()).toEqual(["broken-link file", "unused-suppression waiver"]);
  });

  it("survives a document that is written anew with front matter of its author's", async () => {
    const { finish, read, told, workspace, context } = withDeadLink();
    await finish([WAIVER]);
    const text = read("02-architecture.md").replace(/^(?:waived|answered): .*\n/gm, "");
    const revision = readFeature(workspace, KEY).documents.architecture?.revision ?? "";
    writeDocument(workspace, context, { key: KEY, document: "architecture", text, revision });
    expect(told()).toEqual([]);
  });

  it.each([
    ["broken-link prd.md", "it does not read as check, place and reason"],
    ["broken-link prd.md: ", "it does not read as check, place and reason"],
    ["broken-link 02-architecture.md: it is ours", "no finding of an input"],
    ["broken-link prd.md:999: wrong line", "no finding of an input"],
    ["untraced-requirement prd.md: later", "no finding of an input"],
  ])("%s is no waiver", async (words, because) => {
    const { finish, read } = withDeadLink();
    await expect(finish([words])).rejects.toThrow(because);
    expect(read("02-architecture.md")).not.toContain("waived:");
  });
});

describe("what a person writes into the front matter", () => {
  const waived = (entry: string) => {
    const { edit, told, look } = withDeadLink();
    edit("04-backend-design.md", (text) => text.replace("\nowner:", () => `\nwaived:\n  - "${entry}"\nowner:`));
    return { told: told(), open: stepsOf(look()).flatMap(({ id, done }) => (done ? [] : [id])) };
  };

  it("without the hash, it is for each finding of the check", () => {
    expect(waived("broken-link prd.md: it lies elsewhere")).toEqual({ told: [], open: [] });
  });

  it.each(["broken-link prd.md", "broken-link epic.md: it lies elsewhere", "untraced-requirement prd.md: later", "it lies elsewhere"])(
    "%s waives nothing",
    (entry) => {
      expect(waived(entry).told).toContain("unused-suppression waiver");
    },
  );
});
