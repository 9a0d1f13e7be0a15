import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byConsequence,
  type Feature,
  formatKey,
  listFeatures,
  loadContext,
  openWorkspace,
  type Review,
  readFeature,
  readFeatureFacts,
  review,
  reviewSystem,
  type SystemReview,
} from "../../src/core.ts";
import { grouped } from "../../src/mcp/shown/show.ts";
import { makeInput } from "../fuzz/mutate.ts";
import { randomOf } from "../fuzz/random.ts";
import { CLIENTS } from "../mcp/clients.ts";
import { runCli } from "../support/cli.ts";
import { copyExamples, makeWorkspace } from "../support/workspace.ts";

const EPIC = "docs/plan/E00-examples";

/** The features of this repository, some of them spoilt: with findings of many checks, within features and across. */
function spoil(root: string): void {
  copyExamples(root, "docs/plan");
  // A twin of the first feature, which answers its errors with another status.
  const twin = join(root, EPIC, "E00-F09-order-returns");
  cpSync(join(root, EPIC, "E00-F01-order-refunds"), twin, { recursive: true });
  const backend = join(twin, "04-backend-design.md");
  writeFileSync(backend, readFileSync(backend, "utf8").replaceAll("409", "422"));
  for (const [index, key] of listFeatures(openWorkspace(root)).entries()) {
    if (index === 0) continue;
    for (const document of Object.values(readFeature(openWorkspace(root), key).documents)) {
      const path = join(root, document.file);
      const text = readFileSync(path, "utf8");
      writeFileSync(path, index === 1 ? text.replaceAll("](prd.md)", "](prdd.md)") : makeInput([text], randomOf(index * 100)));
    }
  }
}

type Told = { check: string; severity: "error" | "warning"; file: string; line: number; text: string; advice: string };

interface Worded extends Omit<Told, "file" | "line"> {
  place: { file: string; line: number };
}

const told = ({ check, severity, place: { file, line }, text, advice }: Worded): Told => ({ check, severity, file, line, text, advice });

/** As the tool tells them: those that cost most first, long words cut, those of one cause in one. */
function asTool(findings: readonly Told[]): Told[] {
  const cut = (text: string) => (text.length <= 300 ? text : `${[...text].slice(0, 299).join("")}…`);
  return grouped(byConsequence(findings).map((finding) => ({ ...finding, text: cut(finding.text), advice: cut(finding.advice) })));
}

describe("one verdict", () => {
  it("from the command line, for all features and for each one, from what was kept, from the API and from the tool", async () => {
    const root = makeWorkspace();
    spoil(root);
    const workspace = openWorkspace(root);
    const context = loadContext(workspace.root, workspace.config);
    const keys = listFeatures(workspace);
    const all = JSON.parse(runCli(["check", "--json"], root).out);
    const named = JSON.parse(runCli(["check", "--json", ...keys.toReversed().map(formatKey)], root).out);
    expect(named.features).toEqual(all.features);
    // The second time from the cache, and once without it.
    for (const words of [[], ["--no-cache"]]) expect(JSON.parse(runCli(["check", "--json", ...words], root).out)).toEqual(all);
    const [, connect] = CLIENTS[0] ?? [];
    const server = await connect?.(root);
    for (const [index, key] of keys.entries()) {
      const fromCli = all.features[index];
      const fromApi = review(readFeature(workspace, key), context);
      expect(fromCli.findings.map(told)).toEqual(fromApi.findings.map(told));
      expect(fromCli.checklist).toEqual(fromApi.checklist);
      const data = (await server?.call("check_feature", { ...key }))?.data;
      expect([data.errors + data.warnings, data.findings]).toEqual([
        fromApi.findings.length,
        asTool(fromApi.findings.map(told)).slice(0, data.findings.length),
      ]);
    }
    await server?.client.close();
    // What is compared has something in it.
    expect(all.features[0].findings).toEqual([]);
    expect(all.features.slice(1).every(({ findings }: { findings: unknown[] }) => findings.length > 0)).toBe(true);
    expect(all.across.findings.length).toBeGreaterThan(0);
  });
});

describe("findings do not depend on", () => {
  function reviewAll(): { reviews: Review[]; again: (index: number) => Review; across: (order: readonly number[]) => SystemReview } {
    const root = makeWorkspace();
    spoil(root);
    const workspace = openWorkspace(root);
    const context = loadContext(workspace.root, workspace.config);
    const features = listFeatures(workspace).map((key) => readFeature(workspace, key));
    const again = (index: number) => review(features[index] as Feature, context);
    const reviews = features.map((_, index) => again(index));
    const across = (order: readonly number[]) =>
      reviewSystem(
        order.map((index) => readFeatureFacts((reviews[index] as Review).model)),
        context,
      );
    return { reviews, again, across };
  }

  it("the order in which features are reviewed, nor on which of them are", () => {
    const { reviews, again } = reviewAll();
    const orders = fc.shuffledSubarray([...reviews.keys()], { minLength: 1 });
    fc.assert(
      fc.property(orders, (order) => {
        for (const index of order) expect(again(index).findings).toEqual(reviews[index]?.findings);
      }),
      { numRuns: 6 },
    );
  });

  it("the order in which features are looked at together", () => {
    const { reviews, across } = reviewAll();
    const inOrder = across([...reviews.keys()]);
    expect(inOrder.findings.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.shuffledSubarray([...reviews.keys()], { minLength: reviews.length }), (order) => {
        expect(across(order)).toEqual(inOrder);
      }),
      { numRuns: 12 },
    );
  });
});
