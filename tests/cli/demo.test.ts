import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { FOLDER, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

describe("the demo drives the real server with a real client", () => {
  it("takes the worked example through all seven steps without an error left, and shows what was asked, written and found", () => {
    const { status, out, err } = runCli(["demo"], makeWorkspace());
    expect([status, err]).toEqual([0, ""]);
    expect(Array.from(out.matchAll(/^Step (\d) of 7: /gm), ([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(out.match(/^ {2}write_section {3}/gm)).toHaveLength(19);
    expect(out).toMatch(
      /Step 2 of 7: Define the system architecture\n {2}next_step {7}Step 2 of 7 is open: 9 sections of 02-architecture\.md are not written yet\.\n {2}write_section {3}02 Architecture Overview: \d+ lines; errors in the feature \d+ -> \d+/,
    );
    // What the README shows of it is what is printed.
    const [, shown = ""] = /```text\n(Step 2 of 7[\s\S]*?)```/.exec(readFileSync("README.md", "utf8")) ?? [];
    expect(shown).not.toBe("");
    expect(out).toContain(shown);
    const [, started = ""] = /```text\n(1\. From the PRD[\s\S]*?)```/.exec(readFileSync("README.md", "utf8")) ?? [];
    expect(started).not.toBe("");
    expect(out).toContain(started);
    expect(out).toMatch(/\n2\. With what people had decided beforehand\n {2}00-research-report\.md: \d+ components, \d+ decisions\n/);
    const drafted = Array.from(out.matchAll(/^ {2}(?:documents {3}| {12})(\/.*\.md)$/gm), ([, path = ""]) => path);
    expect(drafted).toHaveLength(2);
    expect(readFileSync(drafted[0] ?? "", "utf8")).toMatch(/\{Decide: /);
    const scratch = drafted[0]?.slice(0, drafted[0].indexOf("/docs/plan/")) ?? "";
    expect(readFileSync(`${scratch}/docs/plan/E00-examples/E00-F01-order-refunds/00-research-report.md`, "utf8")).toMatch(
      /OrderController\.java/,
    );
    rmSync(scratch, { recursive: true });
    expect(out).toMatch(/Quality checklist, computed from a review without errors/);
    const documents = out.match(/^\/.*0[24]-[a-z-]+\.md$/gm) ?? [];
    expect(documents).toHaveLength(2);
    for (const path of documents) {
      const text = readFileSync(path, "utf8");
      expect(text).toMatch(/^status: complete$/m);
      expect(text.split("\n").length - 1).toBeGreaterThanOrEqual(150);
      expect(text.split("\n").length - 1).toBeLessThanOrEqual(200);
    }
    const [first = ""] = documents;
    rmSync(first.slice(0, first.indexOf("/docs/plan/")), { recursive: true });
  });

  it("opens both documents with the program that is named, and tells where none can be started", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH });
    const opener = `${root}/opener.sh`;
    writeFileSync(opener, `#!/bin/sh\nprintf '%s\\n' "$1" >> "${root}/opened.txt"\n`, { mode: 0o755 });
    const { out } = runCli(["demo", "--open", "--feature", FOLDER], root, { GROUNDPLAN_OPEN: opener });
    const documents = out.match(/^\/.*0[24]-[a-z-]+\.md$/gm) ?? [];
    for (
      let wait = 0;
      wait < 100 && !(existsSync(`${root}/opened.txt`) && readFileSync(`${root}/opened.txt`, "utf8").trim().split("\n").length > 1);
      wait++
    )
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    expect(readFileSync(`${root}/opened.txt`, "utf8").trim().split("\n").toSorted()).toEqual(documents.toSorted());
    const { err } = runCli(["demo", "--open", "--feature", FOLDER], root, { GROUNDPLAN_OPEN: `${root}/none` });
    expect(err).toBe("No program could be started to open them.\n");
    for (const path of documents.slice(0, 1)) rmSync(path.slice(0, path.indexOf("/docs/plan/")), { recursive: true });
  });

  it("leaves the gaps of a thin feature open, says so, ends with status 1, and removes its workspace where that is asked for", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH });
    const { status, out } = runCli(["demo", "--no-keep", "--feature", FOLDER], root);
    expect(status).toBe(1);
    expect(out).toMatch(/judgement is needed: Step 2 of 7 is open/);
    const path = /^(\/.*02-architecture\.md)$/m.exec(out)?.[1] ?? "";
    expect(path).not.toBe("");
    expect([existsSync(path), existsSync(`${root}/${FOLDER}/02-architecture.md`)]).toEqual([false, false]);
  });

  it("tells the same for programs, one event a line", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH });
    const { status, out } = runCli(["demo", "--json", "--feature", FOLDER], root);
    const events = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(events.filter(({ event }) => event === "step-done").map(({ number }) => number)).toEqual([1]);
    expect(events.filter(({ event }) => event === "written").length).toBeGreaterThan(2);
    const { documents = [], errors } = events.at(-1);
    expect([documents.map(existsSync), errors > 0]).toEqual([[true, true], true]);
    rmSync(documents[0].slice(0, documents[0].indexOf("/docs/plan/")), { recursive: true });
  });
});
