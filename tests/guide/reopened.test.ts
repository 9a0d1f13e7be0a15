import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  finishFeature,
  loadContext,
  nextStep,
  openWorkspace,
  readFeature,
  review,
  staleSections,
  stepsOf,
  traceRequirements,
  writeDocument,
} from "../../src/core.ts";
import { makeWorkspace } from "../support/workspace.ts";

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const FOLDER = `docs/plan/${KEY.epic}/${KEY.feature}`;
const NO_BROWSER = { PATH: "", PUPPETEER_EXECUTABLE_PATH: "/nowhere/chromium" };

/** The worked example in a folder of its own, and what is done to it. */
function example() {
  const root = makeWorkspace();
  for (const folder of [FOLDER, "context/patterns"]) cpSync(folder, join(root, folder), { recursive: true });
  const workspace = openWorkspace(root);
  const context = loadContext(root, workspace.config);
  const read = (file: string) => readFileSync(join(root, FOLDER, file), "utf8");
  const edit = (file: string, change: (text: string) => string) => {
    const after = change(read(file));
    if (after === read(file)) throw new Error(`the change to ${file} changes nothing`);
    writeFileSync(join(root, FOLDER, file), after);
  };
  const look = () => {
    const reviewed = review(readFeature(workspace, KEY), context);
    return {
      reviewed,
      open: traceRequirements(reviewed.model).flatMap(({ requirement, state }) => (state === "open" ? [requirement.id] : [])),
      steps: stepsOf(reviewed).flatMap(({ number, done }) => (done ? [] : [number])),
      stale: staleSections(reviewed.model).map(({ section }) => section),
      findings: reviewed.findings.map(({ check, message }) => `${check} ${message}`),
    };
  };
  const finish = (holds: string[] = []) => finishFeature(workspace, context, KEY, { today: "2026-11-21", env: NO_BROWSER, holds });
  return { read, edit, look, finish, workspace, context };
}

const record = (text: string) => /^answered: (.*)$/m.exec(text)?.[1] ?? "";
const sentence = (from: string, to: string) => (text: string) => text.replace(from, to);
/** Says more of the backlog, in words alone. */
const changed = sentence(
  "While the Payment Gateway is unavailable, approved refunds are kept",
  "While the Payment Gateway is unavailable or slow, approved refunds are kept",
);

it("finishing records each requirement on one line, where there is room, and once", async () => {
  const { finish, read, look } = example();
  expect((await finish()).open).toEqual([]);
  expect(record(read("02-architecture.md"))).toBe("");
  expect(record(read("04-backend-design.md"))).toMatch(/^\[FR-1 [0-9a-f]{10}, FR-2 [0-9a-f]{10}, .* NFR-7 [0-9a-f]{10}\]$/);
  expect(look().findings).toEqual([]);
  const before = read("04-backend-design.md");
  await finish();
  expect(read("04-backend-design.md")).toBe(before);
});

it("what was finished without a record is not reopened", () => {
  const { edit, look } = example();
  edit("prd.md", changed);
  expect(look()).toMatchObject({ open: [], steps: [], stale: [], findings: [] });
});

describe("a requirement that changes", () => {
  it("is open, reopens the steps whose sections cite it, and makes the status premature; nothing else is", async () => {
    const { finish, edit, look } = example();
    await finish();
    edit("prd.md", changed);
    expect(look()).toMatchObject({
      open: ["FR-8"],
      steps: [2, 3, 4, 5, 6, 7],
      stale: ["Architecture Overview", "Data Flow", "Requirements Coverage", "Error Handling"],
      findings: ["premature-status open", "premature-status open", "untraced-requirement changed"],
    });
  });

  it("leads the brief to the first section that was written for it, with its new words", async () => {
    const { finish, edit, look } = example();
    await finish();
    edit("prd.md", changed);
    expect(nextStep(look().reviewed)?.section).toMatchObject({
      section: "Architecture Overview",
      facts: [
        {
          label: "requirements that have changed since",
          items: [expect.stringContaining("FR-8: While the Payment Gateway is unavailable or slow")],
        },
        {},
      ],
    });
  });

  it("is answered again when what cites it is revised, and finished again", async () => {
    const { finish, edit, read, look } = example();
    await finish();
    const before = record(read("04-backend-design.md"));
    edit("prd.md", changed);
    edit("02-architecture.md", sentence("for 72 hours (FR-8)", "for 72 hours, also while it is slow (FR-8)"));
    expect(look()).toMatchObject({ open: [], steps: [], stale: [] });
    expect((await finish()).open).toEqual([]);
    expect(record(read("04-backend-design.md"))).not.toBe(before);
  });

  it("is answered again when somebody says that its answer holds", async () => {
    const { finish, edit, look } = example();
    await finish();
    edit("prd.md", changed);
    await expect(finish(["FR-7"])).rejects.toMatchObject({ code: "not-changed", advice: "These do: FR-8." });
    expect((await finish(["FR-8"])).open).toEqual([]);
    expect(look()).toMatchObject({ open: [], steps: [], findings: [] });
  });

  it("is open where the status was set back, too", async () => {
    const { finish, edit, look } = example();
    await finish();
    edit("prd.md", changed);
    for (const file of ["02-architecture.md", "04-backend-design.md"]) edit(file, sentence("status: complete", "status: draft"));
    expect(look()).toMatchObject({ open: ["FR-8"], findings: ["untraced-requirement changed"] });
  });
});

describe("a requirement that is added", () => {
  const added = (text: string) =>
    text.replace("\n## Non-Functional", "- **FR-15**: A support agent can cancel a refund that nobody has decided.\n\n## Non-Functional");

  it("is open until something answers it", async () => {
    const { finish, edit, look } = example();
    await finish();
    edit("prd.md", added);
    expect(look()).toMatchObject({ open: ["FR-15"], steps: expect.arrayContaining([2, 6, 7]), stale: [] });
    edit("02-architecture.md", sentence("| FR-5, FR-6, FR-13, NFR-7 |", "| FR-5, FR-6, FR-13, FR-15, NFR-7 |"));
    expect(look()).toMatchObject({ open: [], stale: [] });
  });

  it("is open where a range takes it in that was written before", async () => {
    const { finish, edit, look } = example();
    edit("prd.md", sentence("- **FR-14**", "- **FR-16**"));
    for (const file of ["02-architecture.md", "04-backend-design.md"]) edit(file, (text) => text.replaceAll("FR-14", "FR-16"));
    edit("02-architecture.md", sentence("FR-7 to FR-10, FR-16", "FR-7 to FR-10, FR-13 to FR-16"));
    expect((await finish()).open).toEqual([]);
    edit("prd.md", added);
    expect(look()).toMatchObject({ open: ["FR-15"], stale: ["Requirements Coverage"] });
    expect(look().findings).toContain("untraced-requirement added");
    expect((await finish(["FR-15"])).open).toEqual([]);
  });
});

describe("what says the same is the same", () => {
  const line =
    "- **FR-8**: While the Payment Gateway is unavailable, approved refunds are kept and their execution is retried for up to 72 hours.\n";

  it.each<[string, (text: string) => string]>([
    ["moved", (text) => text.replace(line, "").replace("- **FR-1**", `${line}- **FR-1**`)],
    ["without bold", (text) => text.replace(line, line.replaceAll("**", ""))],
    [
      "with another marker, in two lines",
      (text) => text.replace(line, line.replace("- ", "* ").replace("refunds are kept", "refunds\n  are kept")),
    ],
    ["with a line end of another system", (text) => text.replaceAll("\n", "\r\n")],
    ["under a heading of its own", (text) => text.replace(line, `\n### FR-8\n\n${line.replace("- **FR-8**: ", "")}\n`)],
    [
      "in a table, with a priority",
      (text) =>
        text.replace(line, `\n| ID | Requirement | Priority |\n| --- | --- | --- |\n| FR-8 | ${line.slice(12).trim()} | Must |\n\n`),
    ],
    ["without its full stop", (text) => text.replace(line, line.replace("hours.", "hours"))],
  ])("%s", async (_, change) => {
    const { finish, edit, look } = example();
    await finish();
    edit("prd.md", change);
    expect(look()).toMatchObject({ open: [], stale: [] });
  });

  it("one that is taken out leaves the others as they are", async () => {
    const { finish, edit, look } = example();
    await finish();
    edit("prd.md", (text) => text.replace(line, ""));
    expect(look()).toMatchObject({ open: [], stale: [] });
    expect(new Set(look().findings)).toEqual(new Set(["untraced-requirement misspelt"]));
  });

  describe("in a PRD without ids, where each is named by its number", () => {
    const added = "- The console shows a refund within 2 seconds of its request.\n";
    it.each<[string, (text: string) => string, string[]]>([
      ["behind the others", (text) => text.replace("\n## Integrations", `${added}\n## Integrations`), ["Non-Functional Requirements 8"]],
      // The last one has a number that the design does not cite.
      [
        "before the others",
        (text) => text.replace("## Non-Functional Requirements\n\n", `## Non-Functional Requirements\n\n${added}`),
        ["Non-Functional Requirements 1", "Non-Functional Requirements 8"],
      ],
    ])("one is added %s", async (_, change, open) => {
      const { finish, edit, look } = example();
      edit("prd.md", (text) => text.replace(/^- \*\*NFR-(\d)\*\*: /gm, "- "));
      for (const file of ["02-architecture.md", "04-backend-design.md"])
        edit(file, (text) =>
          text.replace(/NFR-(\d)(?: to NFR-(\d))?/g, (_, from, to) => `non-functional requirement ${from}${to ? ` to ${to}` : ""}`),
        );
      expect((await finish()).open).toEqual([]);
      edit("prd.md", change);
      expect(look().open).toEqual(open);
    });
  });
});

it("an author who hands in a whole document does not unsay the record", async () => {
  const { finish, read, workspace, context } = example();
  await finish();
  const text = read("04-backend-design.md");
  const { revision } = readFeature(workspace, KEY).documents["backend-design"] ?? {};
  writeDocument(workspace, context, { key: KEY, document: "backend-design", text: text.replace(/^answered:.*\n/m, ""), revision });
  expect(record(read("04-backend-design.md"))).toBe(record(text));
});
