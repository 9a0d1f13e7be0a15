import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCatalogue } from "../../src/context/patterns/catalogue.ts";
import {
  archivePattern,
  createPattern,
  deprecatePattern,
  evolvePattern,
  loadCatalogue,
  loadContext,
  openWorkspace,
  reviewCatalogue,
  searchPatterns,
} from "../../src/core.ts";
import { catalogueIndex } from "../../src/report/catalogue/index-page.ts";
import { runCli } from "../support/cli.ts";
import { FOLDER, makeWorkspace, PRD } from "../support/workspace.ts";

const FILE = "context/patterns/parcel-sorting-flow.md";

/** One pattern a file, as teams keep them: the parts are headings of the second rank. */
const DOCUMENT = `---
tags: [technical, processing]
status: current
last_updated: 2026-10-16
owner: Sorting Team
migration_date: '2025-07-10'
---

# Parcel Sorting Flow

## Overview
Sorts parcels by destination as they arrive. Use it where a belt feeds several gates.

## Architecture
\`\`\`mermaid
flowchart LR
  Belt --> Scanner --> Gate
\`\`\`

## Implementation

### Step 1: Scan
Read the label once.

### Step 2: Open the gate
Open the gate of the destination.

## Code Examples
\`\`\`typescript
await gate.open(label.destination);
\`\`\`

## Testing
Feed a parcel without a label.

## Common Pitfalls
- Two parcels at once: weigh them.

## Related Patterns
- [Retry](resilience-patterns.md#retry)
`;

function project(files: Record<string, string> = { [FILE]: DOCUMENT }) {
  const workspace = openWorkspace(makeWorkspace(files));
  return {
    workspace,
    read: (file: string) => readFileSync(join(workspace.root, file), "utf8"),
    told: (today = "2026-11-20") =>
      reviewCatalogue(loadCatalogue(workspace).catalogue, workspace.config, today)
        .filter(({ check }) => check !== "pattern-unlisted")
        .map(({ check, message }) => `${check} ${message}`),
  };
}

describe("a pattern in a document of its own", () => {
  it("is read as one pattern", () => {
    const { workspace } = project();
    const { patterns } = loadContext(workspace.root, workspace.config);
    expect(patterns.find(({ form }) => form === "document")).toMatchObject({
      title: "Parcel Sorting Flow",
      slug: "parcel-sorting-flow",
      category: "processing",
      fits: "Sorts parcels by destination as they arrive.",
      signals: ["parcel sorting flow", "parcel sorting"],
      tags: ["technical", "processing"],
      migrationDate: "2025-07-10",
      status: "current",
    });
  });

  it("has no findings", () => {
    expect(project().told()).toEqual([]);
  });

  it.each([
    ["without tests", [/## Testing\n.*\n/, ""], "pattern-sections missing"],
    ["without a picture", [/```mermaid[\s\S]*?```/, "See the wiki."], "pattern-sections undrawn"],
    ["without steps", [/### Step[\s\S]*?(?=## Code)/, "As usual.\n\n"], "pattern-sections stepless"],
    ["with a step that has no name yet", ["Step 2: Open the gate", "Step 2: {Step Name}"], "pattern-sections unwritten"],
    ["with a pitfall that is the template's", ["Two parcels at once: weigh them.", "{A mistake}"], "pattern-sections unwritten"],
    ["with an empty picture", ["  Belt --> Scanner --> Gate\n", ""], "pattern-sections unwritten"],
    ["without an owner", [/owner: .*\n/, ""], "pattern-front-matter missing-key"],
    ["without tags", [/tags: .*\n/, ""], "pattern-front-matter missing-key"],
    ["of a state that is none", ["status: current", "status: done"], "pattern-front-matter wrong-value"],
    ["of a day that is none", ["'2025-07-10'", "'2025-02-30'"], "pattern-front-matter wrong-value"],
    ["deprecated and nothing else", ["status: current", "status: deprecated"], "pattern-without-replacement missing"],
  ] as [string, [string | RegExp, string], string][])("%s", (_, [from, to], expected) => {
    expect(project({ [FILE]: DOCUMENT.replace(from, to) }).told()).toContain(expected);
  });

  it("may name the variables of an address in braces", () => {
    expect(project({ [FILE]: DOCUMENT.replace("Read the label once.", "Ask `GET /parcels/{id}` once.") }).told()).toEqual([]);
  });

  it("is listed, searched by its words, tags and day, and shown", () => {
    const { workspace } = project();
    const { patterns } = loadContext(workspace.root, workspace.config);
    for (const words of ["parcels arrive on a belt", "processing parcel", "2025-07-10"])
      expect(searchPatterns(patterns, words, 3).map(({ pattern }) => pattern.slug)).toContain("parcel-sorting-flow");
    const run = (...words: string[]) => runCli(["patterns", ...words], workspace.root).out;
    expect(run("list", "--tag", "Resilience")).toMatch(/^resilience +\S+ .*\n(?:resilience .*\n)+$/);
    expect(runCli(["patterns", "list", "--tag", "nosuch"], workspace.root)).toMatchObject({
      status: 1,
      out: expect.stringMatching(/^No pattern has the tag or the migration date "nosuch"\. Tags: api, .*technical.*\.\n$/),
    });
    expect(run("list", "--category", "Processing")).toMatch(/^(?:processing +\S+ +\S.*\n)+$/);
    expect(run("list", "--category", "sorting")).toMatch(/^No pattern is of the category "sorting"\. Categories: api, .*, server\.\n$/);
    expect(run("list", "--category", "processing", "--tag", "http")).toMatch(/^No pattern of the category "processing" has the tag/);
    expect(run("list", "--tag", "technical")).toMatch(/^processing +parcel-sorting-flow +Sorts parcels.*\n$/);
    expect(run("show", "parcel-sorting-flow")).toMatch(/^# Parcel Sorting Flow\n[\s\S]*### Step 2/);
    const page = catalogueIndex(loadCatalogue(workspace).catalogue);
    expect(page).toMatch("| [Parcel Sorting Flow](parcel-sorting-flow.md#parcel-sorting-flow) | Sorts parcels");
    expect(page).toMatch("Migration dates: 2025-07-10 (1).");
    expect(page).toMatch("Tags: processing (1), technical (1).");
  });

  it("is proposed to a feature that calls for it, and decided by a link to its file", () => {
    const files = { [FILE]: DOCUMENT, [`${FOLDER}/prd.md`]: `${PRD}\n## User Flows\n\n1. Parcel sorting begins at the belt.\n` };
    const status = (design: string) =>
      runCli(
        ["status", "--json"],
        makeWorkspace({ ...files, ...(design && { [`${FOLDER}/02-architecture.md`]: `# A\n\n## Architecture Overview\n\n${design}\n` }) }),
      ).out;
    expect(status("")).toContain("Parcel Sorting Flow");
    expect(status(`Parcels go by the [sorting flow](../../../../${FILE}).`)).not.toContain("no decision on Parcel Sorting Flow");
  });
});

describe("its life", () => {
  it("begins from the template, without guidance and later parts, and the check asks for words of one's own", () => {
    const { workspace, read, told } = project({});
    const asked = { title: "Parcel Lift", category: "integration", form: "document", owner: "parcels", today: "2026-11-20" } as const;
    expect(createPattern(workspace, asked).file).toBe("context/patterns/parcel-lift.md");
    const text = read("context/patterns/parcel-lift.md");
    expect(text).toMatch(
      /^---\ntags: \[technical, integration\]\nstatus: current\nlast_updated: 2026-11-20\nowner: parcels\ncategory: integration\n---\n\n# Parcel Lift\n\n## Overview\n/,
    );
    expect(text).toMatch(/### Step 2: /);
    expect(text).not.toMatch(/<!--|Evolution|if applicable/);
    expect(told()).toEqual(["pattern-sections unwritten"]);
  });

  it("takes a shipped entry over as a document", () => {
    const { workspace, read, told } = project({});
    createPattern(workspace, { title: "Retry", form: "document", owner: "x", today: "2026-11-20" });
    expect(read("context/patterns/retry.md")).toMatch(/# Retry\n\n## Overview\n\n\*\*Fits\*\*[\s\S]*### Step 3: [\s\S]*## Common Pitfalls/);
    expect(told()).toEqual([]);
  });

  it("evolves: the former steps and the way to the new ones are kept, the newest first", () => {
    const { workspace, read, told } = project();
    evolvePattern(workspace, { name: "parcel-sorting-flow", note: "Gates open by weight", today: "2026-11-01" });
    // The way to the new steps is still to be told.
    expect(told()).toEqual(["pattern-sections unwritten"]);
    writeFileSync(join(workspace.root, FILE), read(FILE).replace(/(\*\*Migration path\*\*: )\{.*\}/, "$1Weigh at the gate."));
    evolvePattern(workspace, {
      name: "parcel-sorting-flow",
      note: "Two belts",
      migration: "Add a belt, then switch.",
      today: "2026-11-20",
    });
    expect(read(FILE)).toMatch(
      /\n## Evolution\n\n### 2026-11-20: Two belts\n\n\*\*Former approach\*\*:\n\n\*\*Step 1: Scan\*\*[\s\S]*\*\*Migration path\*\*: Add a belt, then switch\.\n\n### 2026-11-01: Gates open by weight\n[\s\S]*\n## Related Patterns\n/,
    );
    expect(read(FILE)).toMatch(/last_updated: 2026-11-20\n[\s\S]*last_change: "Parcel Sorting Flow: Two belts"\n/);
    expect(catalogueIndex(loadCatalogue(workspace).catalogue)).toMatch(/\| 2026-11-20 \|\n\nWhy: Parcel Sorting Flow: Two belts\./);
    expect(told()).toEqual([]);
    expect(() => evolvePattern(workspace, { name: "parcel-sorting-flow", note: "Two belts", today: "2026-11-20" })).toThrow(/already/);
  });

  it("ends: status and notice, six months, then the archive", () => {
    const { workspace, read, told } = project();
    deprecatePattern(workspace, {
      name: "parcel-sorting-flow",
      replacedBy: "pipeline",
      note: "Make each gate a stage.",
      today: "2026-01-31",
    });
    expect(read(FILE)).toMatch(/status: deprecated\nlast_updated: 2026-01-31\n/);
    expect(read(FILE)).toMatch(
      /# Parcel Sorting Flow\n\n> \*\*Deprecated since 2026-01-31\*\*: use \[Pipeline\]\(network-patterns.md#pipeline\) instead\./,
    );
    expect(told("2026-02-01")).toEqual([]);
    expect(() => archivePattern(workspace, "parcel-sorting-flow", "2026-07-30")).toThrow(/cannot be archived yet/);
    const { to } = archivePattern(workspace, "parcel-sorting-flow", "2026-07-31");
    expect(read(to)).toMatch(/status: deprecated\nlast_updated: 2026-07-31\n/);
    expect(() => read(FILE)).toThrow();
  });
});

describe("the page of a catalogue", () => {
  it("keeps what a team wrote, between the marks and before there were any", () => {
    const { workspace } = project();
    const { catalogue } = loadCatalogue(workspace);
    const index = (text: string) => ({ ...catalogue, index: readCatalogue([], { file: "context/patterns/README.md", text }).index });
    const first = catalogueIndex(index("# Our Patterns\n\nAsk Ines before you sort.\n"));
    expect(first).toMatch(/^# Our Patterns\n[\s\S]*Ask Ines before you sort\./);
    const edited = first
      .replace("to be named", "the sorters")
      .replace(/(?<=groundplan:keep purpose -->)[\s\S]*?(?=<!-- \/)/, "\n\nTo sort.\n\n");
    const second = catalogueIndex(index(edited));
    expect(second).toMatch("Ask Ines before you sort.");
    expect(second).toMatch("-->\n\nTo sort.\n\n<!--");
    expect(catalogueIndex(index(second))).toBe(second);
  });

  it("leads every route to patterns that are there", () => {
    const page = readFileSync("context/patterns/README.md", "utf8");
    const routes = page.slice(page.indexOf("## For Engineers"), page.indexOf("## When to Write"));
    for (const task of [
      "Starting a new feature",
      "Integrating an external service",
      "Adding a background job",
      "Handling errors",
      "Building a BFF endpoint",
    ])
      expect(routes).toMatch(new RegExp(`- ${task}: \\[`));
    const { patterns } = loadContext(".", openWorkspace(".").config);
    const links = [...routes.matchAll(/\]\(([\w-]+\.md#[\w-]+)\)/g)].map(([, link]) => `context/patterns/${link}`);
    expect(links.length).toBeGreaterThanOrEqual(24);
    expect(links.filter((link) => !patterns.some((pattern) => pattern.link === link && pattern.status === "current"))).toEqual([]);
  });
});
