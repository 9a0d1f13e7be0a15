import { describe, expect, it } from "vitest";
import { makeWorkspace as makeFeatures } from "../../scripts/bench/workspace.mjs";
import { checkFeatures, listFeatures, openWorkspace } from "../../src/core.ts";
import { runCli } from "../support/cli.ts";
import { makeWorkspace } from "../support/workspace.ts";

describe("features checked in several threads", () => {
  it("are told as they are one epic at a time in a single one", () => {
    const root = makeWorkspace();
    makeFeatures(root, 62, 3);
    const told = (...args: string[]) => JSON.parse(runCli(["check", "--json", "--no-cache", ...args], root).out).features;
    const together = told();
    expect(together).toHaveLength(62);
    expect(together.filter(({ findings }: { findings: unknown[] }) => findings.length > 0).length).toBeGreaterThan(30);
    expect(together).toEqual(["E001-domain", "E002-domain", "E003-domain", "E004-domain"].flatMap((epic) => told(epic)));
  });

  it("end with what the caller's own words throw, in whichever thread the feature was checked", async () => {
    const root = makeWorkspace();
    makeFeatures(root, 62, 3);
    const workspace = openWorkspace(root);
    const plan = {
      baseline: true,
      across: false,
      cache: false,
      onChecked: (done: number) => {
        if (done > 5) throw new Error("enough");
      },
    };
    for (let time = 0; time < 3; time++) await expect(checkFeatures(workspace, listFeatures(workspace), plan)).rejects.toThrow("enough");
  });
});
