import { describe, expect, it } from "vitest";
import { checkFeatures, listFeatures, loadContext, openWorkspace, readFeature, review, verdictOf } from "../../src/core.ts";

const workspace = openWorkspace(".");
const keys = listFeatures(workspace);
const plan = { baseline: true, across: true, cache: false };

describe("features checked from a program", () => {
  it("are told as by a review, whether or not somebody follows the progress", async () => {
    const context = loadContext(workspace.root, workspace.config);
    const seen: [done: number, all: number][] = [];
    const followed = await checkFeatures(workspace, keys, { ...plan, onChecked: (done, all) => seen.push([done, all]) });
    expect(followed.verdicts).toEqual(keys.map((key) => verdictOf(review(readFeature(workspace, key), context))));
    expect(seen).toEqual(keys.map((_, index) => [index + 1, keys.length]));
    expect(await checkFeatures(workspace, keys, plan)).toEqual(followed);
  });
});
