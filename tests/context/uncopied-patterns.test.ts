import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { asCopy } from "../../src/context/patterns/copies.ts";
import {
  copyCitedPatterns,
  type DocumentKind,
  finishFeature,
  loadContext,
  openWorkspace,
  readFeature,
  review,
  writeDocument,
} from "../../src/core.ts";
import { reviewIn } from "../support/example.ts";
import { FOLDER, KEY, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

const SHIPPED = readFileSync("context/patterns/api-patterns.md", "utf8");
const link = (page: string) => `See [it](../../../../${page}).\n`;
const brokenIn = (root: string) =>
  reviewIn(root, KEY)
    .findings.filter(({ check }) => check === "broken-link")
    .map(({ message, place, arguments: { path } }) => [message, place.file.split("/").at(-1), path]);

function begun(files: Readonly<Record<string, string>> = {}): string {
  return makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH, ...files });
}

describe("a link to a page of groundplan's own patterns", () => {
  it.each([
    [
      "of a design",
      { [`${FOLDER}/02-architecture.md`]: link("context/patterns/api-patterns.md#pagination").repeat(2) },
      "02-architecture.md",
    ],
    ["of an input", { [`${FOLDER}/prd.md`]: `${PRD}\n${link("context/patterns/api-patterns.md")}` }, "prd.md"],
    ["without a fragment", { [`${FOLDER}/04-backend-design.md`]: link("context/patterns/api-patterns.md") }, "04-backend-design.md"],
  ])("is dead without a copy, and holds with one: %s", (_, files, document) => {
    const root = begun(files);
    expect(brokenIn(root)).toEqual([["not-copied", document, "context/patterns/api-patterns.md"]]);
    expect(copied(root)).toEqual(["context/patterns/api-patterns.md"]);
    expect(brokenIn(root)).toEqual([]);
    expect(copied(root)).toEqual([]);
  });

  it("is known where the project keeps its own patterns elsewhere", () => {
    const root = begun({
      "groundplan.config.json": '{ "patterns": "docs/patterns" }',
      [`${FOLDER}/02-architecture.md`]: link("docs/patterns/api-patterns.md#pagination"),
    });
    expect(brokenIn(root)).toEqual([["not-copied", "02-architecture.md", "docs/patterns/api-patterns.md"]]);
    expect(copied(root)).toEqual(["docs/patterns/api-patterns.md"]);
    expect(brokenIn(root)).toEqual([]);
  });

  it("is no such link where no page bears the name", () => {
    expect(brokenIn(begun({ [`${FOLDER}/02-architecture.md`]: link("context/patterns/telegram-patterns.md") }))).toEqual([
      ["file", "02-architecture.md", undefined],
    ]);
  });
});

describe("the copy is made by whatever writes", () => {
  it("a document that is handed in", () => {
    const root = begun({ [`${FOLDER}/02-architecture.md`]: "# Parcels\n" });
    const { workspace, context } = open(root);
    const { revision } = documentOf(root, "architecture");
    const text = link("context/patterns/api-patterns.md#pagination");
    const { findings } = writeDocument(workspace, context, { key: KEY, document: "architecture", text, revision });
    expect(findings.filter(({ check }) => check === "broken-link")).toEqual([]);
    expect(readFileSync(join(root, "context/patterns/api-patterns.md"), "utf8")).toBe(asCopy(SHIPPED));
  });

  it("the finishing of a feature that somebody wrote by hand", async () => {
    const root = begun({ [`${FOLDER}/02-architecture.md`]: link("context/patterns/api-patterns.md") });
    const { workspace, context } = open(root);
    await finishFeature(workspace, context, KEY, { today: "2026-11-30", env: {} });
    expect(existsSync(join(root, "context/patterns/api-patterns.md"))).toBe(true);
  });
});

function open(root: string) {
  const workspace = openWorkspace(root);
  return { workspace, context: loadContext(workspace.root, workspace.config) };
}

function documentOf(root: string, kind: DocumentKind) {
  const found = readFeature(open(root).workspace, KEY).documents[kind];
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

function copied(root: string): string[] {
  const { workspace, context } = open(root);
  return copyCitedPatterns(workspace, review(readFeature(workspace, KEY), context));
}
