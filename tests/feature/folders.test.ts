import { describe, expect, it } from "vitest";
import { leftOutFolders, listFeatures, openWorkspace, selectFeatures } from "../../src/core.ts";
import { runCli } from "../support/cli.ts";
import { makeWorkspace } from "../support/workspace.ts";

const BROKEN = "# Lend\n\n[x](nope.md)\n";
const inPlan = (...folders: string[]) => Object.fromEntries(folders.map((folder) => [`docs/plan/${folder}/prd.md`, BROKEN]));

describe("a folder that a file system takes is a feature", () => {
  it.each([
    ["umlauts", "E01-seeds/E01-F01-größe"],
    ["umlauts whose dots stand apart", "E01-seeds/E01-F01-gro\u0308\u00dfe"],
    ["Chinese", "E01-种子/E01-F01-出借"],
    ["Persian with a joiner", "E01-seeds/E01-F01-می\u200cروم"],
    ["blanks", "E01 - Seeds/E01-F01 lend and return"],
    ["parentheses", "E01-seeds/E01-F01-lend (wip)"],
    ["an open parenthesis", "E01-seeds/E01-F01 (lend"],
    ["an ampersand and an apostrophe", "Q&A/E01-F01-lender's view"],
    ["an underscore in front", "_E01/_F01"],
    ["an emoji", "E01-seeds/🚀 lend"],
    ["brackets, a plus, a hash", "E01 [seeds]/E01+F01 #1"],
    ["a percent sign", "E01-seeds/100% of loans"],
    ["120 letters", `E01-seeds/E01-F01-${"lend".repeat(28)}`],
  ])("with %s", (_, folder) => {
    const root = makeWorkspace(inPlan(folder));
    const [epic = "", feature = ""] = folder.split("/");
    const workspace = openWorkspace(root);
    expect(listFeatures(workspace)).toEqual([{ epic, feature }]);
    expect(leftOutFolders(workspace)).toEqual([]);
    for (const word of [folder, feature, epic, folder.normalize("NFC")]) expect(selectFeatures(workspace, [word], root)).toHaveLength(1);
    for (const cache of [[], [], ["--no-cache"]]) expect(runCli(["check", ...cache], root).out).toContain(`docs/plan/${folder}/prd.md`);
    expect(runCli(["status"], root).out).toContain(folder);
  });
});

describe("what stands where features stand and is none", () => {
  it.each([
    ["a name that ends in a dot", "E01-seeds/E01-F01-lend.", "docs/plan/E01-seeds/E01-F01-lend."],
    ["an epic with a character that nobody sees", "E01\u200b-seeds/E01-F01-lend", "docs/plan/E01"],
    ["a feature without an epic", "E01-F01-lend", "docs/plan/E01-F01-lend"],
  ])("is told: %s", (_, folder, told) => {
    const root = makeWorkspace({ ...inPlan(folder), "docs/plan/E02-ok/E02-F01-ok/prd.md": "# Ok\n" });
    expect(leftOutFolders(openWorkspace(root))).toMatchObject([{ folder: expect.stringContaining(told) }]);
    for (const command of ["check", "status"]) expect(runCli([command], root).err).toContain(`not read: ${told}`);
    const alone = makeWorkspace(inPlan(folder));
    expect(runCli(["check"], alone)).toMatchObject({ status: 2, err: expect.stringContaining(`${told}`) });
  });

  it("is not told where it is hidden or left out by the configuration", () => {
    const root = makeWorkspace({
      ...inPlan(".archive/E01-F01-lend", "E01-seeds/.old", "E09./E01-F01-lend", "E01-seeds/E01-F01-lend"),
      "docs/plan/E01-seeds/notes.md": "",
      "groundplan.config.json": '{ "ignore": ["docs/plan/E09."] }',
    });
    expect(leftOutFolders(openWorkspace(root))).toEqual([]);
    expect(runCli(["status"], root).err).toBe("");
  });
});
