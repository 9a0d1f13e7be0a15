import { mkdirSync } from "node:fs";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { killOften } from "./kill.ts";
import { begin, furnish, NAMES } from "./operations.ts";
import { beginSave } from "./save.ts";

const FOLDER = "node_modules/.cache/groundplan-tests";

describe("killed right before any of its calls that change the disk, or in the middle of a write", () => {
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    await build({
      entryPoints: ["tests/kill/victim.ts", "tests/kill/saver.ts"],
      outdir: FOLDER,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      splitting: true,
      platform: "node",
      format: "esm",
      packages: "external",
      define: { GROUNDPLAN_VERSION: '"0.0.0"' },
      logLevel: "error",
    });
  });

  it("a document that is created and replaced is the old or the new one, the next run gets through, and nothing is left", async () => {
    const saver = { file: `${FOLDER}/saver.mjs`, name: "save", furnish: () => {}, begin: beginSave };
    const { calls, midst, problems } = await killOften(saver, 45);
    expect(problems).toEqual([]);
    expect(calls).toBeGreaterThanOrEqual(25);
    expect(calls).toBeLessThanOrEqual(45);
    expect(midst).toBeGreaterThan(20);
  });

  // More of them in `npm run kill`.
  it.each(NAMES)("%s leaves old or new files, and the next run gets through", async (name) => {
    const victim = { file: `${FOLDER}/victim.mjs`, name, furnish, begin: (root: string) => begin(name, root) };
    const { left, problems } = await killOften(victim, { fix: 2, draft: 2, cache: 6 }[name] ?? 1);
    expect(problems).toEqual([]);
    // Whoever is killed keeps what it finds.
    expect(left.has(".groundplan/cache/E00-examples.verdicts")).toBe(name === "cache");
  });
});
