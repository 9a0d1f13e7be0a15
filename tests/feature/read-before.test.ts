import { describe, expect, it } from "vitest";
import { type Model, openWorkspace, readFeature, review, withText } from "../../src/core.ts";
import { contentOf } from "../../src/model/content/read.ts";
import { changedExample, context } from "../support/mutate.ts";
import { FOLDER, KEY, makeWorkspace, PRD, RESEARCH, writeFiles } from "../support/workspace.ts";

const RESEARCHED = `${FOLDER}/00-research-report.md`;

describe("a document that has not changed", () => {
  const root = () => makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [RESEARCHED]: RESEARCH });

  it("is the one that was read before, and another one as soon as a character differs", () => {
    const workspace = openWorkspace(root());
    const first = readFeature(workspace, KEY).documents;
    expect(readFeature(workspace, KEY).documents.prd).toBe(first.prd);
    writeFiles(workspace.root, { [RESEARCHED]: `${RESEARCH} ` });
    const second = readFeature(workspace, KEY).documents;
    expect([second.prd === first.prd, second.research === first.research]).toEqual([true, false]);
    expect(second.research?.markdown.text).toBe(`${RESEARCH} `);
  });

  it("is another one in a file, as a kind or with a mark in front that differs", () => {
    const workspace = openWorkspace(root());
    const feature = readFeature(workspace, KEY);
    const asDesign = withText(workspace, feature, "architecture", PRD).documents.architecture;
    expect([asDesign?.kind, asDesign?.file]).toEqual(["architecture", `${FOLDER}/02-architecture.md`]);
    expect(withText(workspace, feature, "prd", `\uFEFF${PRD}`).documents.prd?.markdown.marked).toBe(true);
    expect(withText(workspace, feature, "prd", PRD).documents.prd?.markdown.marked).toBe(false);
  });

  it("is not kept where it is very long", () => {
    const workspace = openWorkspace(root());
    writeFiles(workspace.root, { [RESEARCHED]: `${RESEARCH}${"Nothing is known of it.\n".repeat(9000)}` });
    expect(readFeature(workspace, KEY).documents.research).not.toBe(readFeature(workspace, KEY).documents.research);
  });
});

it("what a document states is read anew where what it cites is another", () => {
  const { model } = review(changedExample({ architecture: (text) => `${text}\n<!-- read -->\n` }), context);
  const cited = (mentions: Model["mentions"]) => {
    const { passages } = contentOf({ ...model, mentions });
    return passages.filter(({ document }) => document === "architecture").flatMap(({ ids }) => ids);
  };
  const all = cited(model.mentions);
  expect(all).toContain("FR-3");
  expect(cited(model.mentions.filter(({ id }) => id !== "FR-3"))).not.toContain("FR-3");
  expect(cited(model.mentions)).toEqual(all);
});
