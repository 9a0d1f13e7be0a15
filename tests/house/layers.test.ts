import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractDepcruiseConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, describe, expect, it } from "vitest";

const root = mkdtempSync(join(tmpdir(), "layers-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A house of a few files, and the rules that it breaks. */
const HOUSES: [name: string, files: Record<string, string>, broken: string[]][] = [
  ["an arrow down", { "src/review/feature.ts": 'import "../text/names.ts";', "src/text/names.ts": "" }, []],
  [
    "an arrow back up",
    { "src/model/build.ts": 'import "../review/feature.ts";', "src/review/feature.ts": "" },
    ["facts-floor-looks-down", "the-model-judges-nothing"],
  ],
  [
    "a type that is fetched from above",
    { "src/findings/finding.ts": 'import type { A } from "../report/a.ts"; export type B = A;', "src/report/a.ts": "export type A = 1;" },
    ["ground-floor-looks-down"],
  ],
  [
    "a circle of types",
    {
      "src/text/a.ts": 'import type { B } from "./b.ts"; export type A = B;',
      "src/text/b.ts": 'import type { A } from "./a.ts"; export type B = A;',
    },
    ["no-circles"],
  ],
  ["a file without a room", { "src/loose.ts": 'import "./text/names.ts";', "src/text/names.ts": "" }, ["every-file-has-a-room"]],
  [
    "a face that goes round the facade",
    { "src/cli/main.ts": 'import "../guide/steps.ts";', "src/guide/steps.ts": "" },
    ["faces-enter-by-the-facade"],
  ],
  ["a face in a face", { "src/mcp/serve.ts": 'import "../cli/io.ts";', "src/cli/io.ts": "" }, ["faces-apart"]],
  [
    "a guide that asks who it guides",
    { "src/guide/steps.ts": 'import "../actions/write-section.ts";', "src/actions/write-section.ts": "" },
    ["the-guide-changes-nothing"],
  ],
  ["a disk in the model", { "src/model/build.ts": 'import "node:fs";' }, ["disk-at-the-edge", "the-model-judges-nothing"]],
];

const config = await extractDepcruiseConfig(resolve(".dependency-cruiser.cjs"));
const tsConfig = extractTSConfig(resolve("tsconfig.json"));

describe("the layer rules", () => {
  it.each(HOUSES)("%s", async (name, files, broken) => {
    const folder = join(root, name.replaceAll(" ", "-"));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const { output } = await cruise(
      ["src"],
      { ...config.options, ruleSet: config, baseDir: folder, validate: true },
      config.options?.enhancedResolveOptions,
      { tsConfig },
    );
    const { summary } = output as ICruiseResult;
    expect([...new Set(summary.violations.map(({ rule }) => rule.name))].sort()).toEqual(broken);
  });
});
