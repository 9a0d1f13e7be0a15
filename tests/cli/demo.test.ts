import { existsSync, readFileSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { FOLDER, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

interface Event {
  event: string;
  number?: number;
  section?: string;
  after?: number;
  errors?: number;
  documents?: string[];
}

const events = (out: string) =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Event);

describe("the demo drives the real server with a real client", () => {
  it("takes the worked example through all seven steps without an error left", () => {
    const { status, out, err } = runCli(["demo", "--json"], makeWorkspace());
    expect([status, err]).toEqual([0, ""]);
    const all = events(out);
    expect(all.filter(({ event }) => event === "step-done").map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(all.filter(({ event }) => event === "written")).toHaveLength(19);
    const { documents = [], errors } = all.at(-1) ?? {};
    expect(errors).toBe(0);
    for (const path of documents) {
      const text = readFileSync(path, "utf8");
      expect(text).toMatch(/^status: complete$/m);
      expect(text.split("\n").length - 1).toBeGreaterThanOrEqual(150);
      expect(text.split("\n").length - 1).toBeLessThanOrEqual(200);
    }
    const [first = ""] = documents;
    rmSync(first.slice(0, first.indexOf("/docs/plan/")), { recursive: true });
  });

  it("shows what was asked, written and found, and removes its workspace where that is asked for", () => {
    const { out } = runCli(["demo", "--no-keep"], makeWorkspace());
    expect(out).toMatch(
      /Step 2 of 7: Define the system architecture\n {2}next_step {7}Step 2 of 7 is open: 9 sections of 02-architecture\.md are not written yet\.\n {2}write_section {3}02 Architecture Overview: \d+ lines; errors in the feature \d+ -> \d+/,
    );
    expect(out).toMatch(/Quality checklist, computed from a review without errors/);
    const path = /^(\/.*02-architecture\.md)$/m.exec(out)?.[1] ?? "";
    expect(path).not.toBe("");
    expect(existsSync(path)).toBe(false);
  });

  it("leaves the gaps of a thin feature open, says so, and ends with status 1", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH });
    const { status, out } = runCli(["demo", "--no-keep", "--feature", FOLDER], root);
    expect(status).toBe(1);
    expect(out).toMatch(/judgement is needed: Step 2 of 7 is open/);
    expect(existsSync(`${root}/${FOLDER}/02-architecture.md`)).toBe(false);
  });
});
