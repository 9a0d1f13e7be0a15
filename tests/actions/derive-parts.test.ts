import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveParts, loadContext, openWorkspace, readFeature, review, staleParts } from "../../src/core.ts";
import { inRanges } from "../../src/guide/derived/ranges.ts";
import { answersOf } from "../../src/model/requirements/answers.ts";
import { runCli } from "../support/cli.ts";
import { copyExamples, FOLDER, KEY, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

const FRONT = `---
epic: ${KEY.epic}
feature: ${KEY.feature}
title: Parcel tracking
status: draft
last_updated: 2026-11-20
interfaces: [api]
---

# Parcel tracking: `;

const ARCHITECTURE = `${FRONT}Architecture

## Component Details

### Tracking API

**Purpose**: reads the state of a parcel (FR-1) and takes reports (FR-2).
`;

/** A feature of which both documents are begun, with what reads, edits and judges it. */
function project(files: Record<string, string> = {}) {
  const root = makeWorkspace({
    [`${FOLDER}/prd.md`]: PRD,
    [`${FOLDER}/00-research-report.md`]: RESEARCH,
    [`${FOLDER}/02-architecture.md`]: ARCHITECTURE,
    ...files,
  });
  const workspace = openWorkspace(root);
  const context = loadContext(root, workspace.config);
  const path = join(root, FOLDER, "02-architecture.md");
  const read = () => readFileSync(path, "utf8");
  return {
    root,
    read,
    derive: () => deriveParts(workspace, context, KEY).derived,
    stale: () => staleParts(review(readFeature(workspace, KEY), context)),
    edit: (change: (text: string) => string) => writeFileSync(path, change(read())),
    answers: () =>
      answersOf(review(readFeature(workspace, KEY), context).model).map(({ requirement, state }) => `${requirement.id} ${state}`),
  };
}

const sectionOf = (text: string, title: string) => new RegExp(`## ${title}\\n\\n([\\s\\S]*?)(?=\\n## |$)`).exec(text)?.[1]?.trim();

describe("what follows from the rest of a document", () => {
  it("is written, and named in the front matter; a requirement that is answered nowhere is in no row", () => {
    const { derive, read } = project();
    expect(derive()).toMatchObject([{ document: "architecture", sections: ["Requirements Coverage", "Related Documents"] }]);
    expect(sectionOf(read(), "Requirements Coverage")).toBe("| Requirements | Covered by |\n| --- | --- |\n| FR-1, FR-2 | Tracking API |");
    expect(sectionOf(read(), "Related Documents")).toMatch(/^- \[.*\]\(prd\.md\), \[.*\]\(00-research-report\.md\)$/);
    expect(read()).toMatch(/^derived: \[requirementscoverage [0-9a-f]{8}, relateddocuments [0-9a-f]{8}\]$/m);
  });

  it("is kept up to date, and not written twice", () => {
    const { derive, edit, read, stale } = project();
    derive();
    const written = read();
    expect([derive(), stale(), read()]).toEqual([[], [], written]);
    edit((text) => text.replace("takes reports (FR-2).", "answers within 200 ms (NFR-1)."));
    expect(stale()).toMatchObject([{ sections: ["Requirements Coverage"] }]);
    derive();
    expect(sectionOf(read(), "Requirements Coverage")).toMatch("| FR-1, NFR-1 | Tracking API |");
  });

  it("is no evidence: what only a derived row names is open", () => {
    const { derive, edit, answers } = project();
    derive();
    expect(answers()).toEqual(["FR-1 answered", "FR-2 answered", "NFR-1 open"]);
    edit((text) => text.replace("(FR-1) and takes reports (FR-2)", "and takes reports"));
    expect(answers()).toEqual(["FR-1 open", "FR-2 open", "NFR-1 open"]);
  });

  it("is a person's once a person has edited it", () => {
    const { derive, edit, read, answers } = project();
    derive();
    edit((text) => text.replace("| FR-1, FR-2 | Tracking API |", "| FR-1, FR-2, NFR-1 | Tracking API with an index on the number |"));
    const edited = sectionOf(read(), "Requirements Coverage");
    expect(derive()).toMatchObject([{ sections: [] }]);
    expect(sectionOf(read(), "Requirements Coverage")).toBe(edited);
    expect(read()).not.toMatch("requirementscoverage");
    expect(answers()).toContain("NFR-1 answered");
    expect(derive()).toEqual([]);
  });

  it.each([
    ["what a person wrote", "- NFR-1: by the index", false],
    ["the template's own row", "| Requirements | Covered by |\n| --- | --- |\n| {FR-1 to FR-3} | {Component} |", true],
    ["a comment", "<!-- to be written -->", true],
    ["nothing", "", true],
  ])("takes the place of nothing that was written: %s", (_, body, replaced) => {
    const { derive, read } = project({ [`${FOLDER}/02-architecture.md`]: `${ARCHITECTURE}\n## Requirements Coverage\n\n${body}\n` });
    derive();
    expect(sectionOf(read(), "Requirements Coverage") === body.trim()).toBe(!replaced);
  });

  it("waits until something is there", () => {
    const { derive, read } = project({ [`${FOLDER}/02-architecture.md`]: `${FRONT}Architecture\n` });
    expect([derive(), read()]).toEqual([[], `${FRONT}Architecture\n`]);
  });

  it("keeps the ends of lines", () => {
    const { derive, read } = project({ [`${FOLDER}/02-architecture.md`]: ARCHITECTURE.replaceAll("\n", "\r\n") });
    derive();
    expect(read()).toMatch(/\| FR-1, FR-2 \| Tracking API \|\r\n/);
    expect(read().replaceAll("\r\n", "")).not.toMatch("\n");
    expect(derive()).toEqual([]);
  });

  it("leaves finished designs as they are", () => {
    const root = makeWorkspace();
    copyExamples(root, "docs/plan/E00-examples");
    expect(runCli(["sync", "--check"], root)).toMatchObject({ status: 0, out: "Up to date in 3 features.\n" });
  });
});

describe("groundplan sync", () => {
  it("tells what is out of date, writes it, and is done", () => {
    const { root } = project();
    const file = `${FOLDER}/02-architecture.md`;
    expect(runCli(["sync", "--check"], root)).toMatchObject({
      status: 1,
      out: `out of date in ${file}: Requirements Coverage, Related Documents\n`,
    });
    expect(runCli(["sync"], root)).toMatchObject({ status: 0, out: `wrote ${file}: Requirements Coverage, Related Documents\n` });
    expect(runCli(["sync", "--check", "E01-F01"], root)).toMatchObject({ status: 0, out: `Up to date in ${KEY.epic}/${KEY.feature}.\n` });
    expect(JSON.parse(runCli(["sync", "--json"], root).out)).toEqual({ version: 1, derived: [] });
  });
});

describe("ids as ranges", () => {
  const order = (all: readonly string[]) => (id: string) => all.indexOf(id);

  it.each([
    [["FR-1", "FR-2", "FR-3"], "FR-1 to FR-3"],
    [["FR-1", "FR-2"], "FR-1, FR-2"],
    [["FR-1", "FR-2", "FR-3", "NFR-1"], "FR-1 to FR-3, NFR-1"],
    [["1.1", "1.2", "1.3", "2.1"], "1.1 to 1.3, 2.1"],
    [["US-A", "US-B"], "US-A, US-B"],
  ])("%j", (ids, text) => {
    expect(inRanges(ids, order(ids))).toBe(text);
  });

  it("never spans one that is not among them", () => {
    const all = Array.from({ length: 12 }, (_, index) => `FR-${index + 1}`);
    fc.assert(
      fc.property(fc.subarray(all), (ids) => {
        const read = inRanges(ids, order(all))
          .split(", ")
          .filter(Boolean)
          .flatMap((part) => {
            const [from = "", to = from] = part.split(" to ");
            return all.slice(all.indexOf(from), all.indexOf(to) + 1);
          });
        expect(read).toEqual(ids);
      }),
    );
  });
});
