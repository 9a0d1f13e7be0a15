import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULTS, fixFeature, loadContext, openWorkspace, readFeature, writeFixes } from "../../src/core.ts";
import { FOLDER, KEY, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

const ARCHITECTURE = `${FOLDER}/${DEFAULTS.files.architecture}`;
const BACKEND = `${FOLDER}/${DEFAULTS.files["backend-design"]}`;
const files = {
  [`${FOLDER}/prd.md`]: PRD,
  [`${FOLDER}/00-research-report.md`]: RESEARCH,
  [ARCHITECTURE]: "\uFEFF# Parcels\r\n\r\n## Data Flwo\r\n",
  [BACKEND]: "# Parcels\n\n[flow](02-architecture.md#data-flwo)\n",
};

function open() {
  const root = makeWorkspace(files);
  const workspace = openWorkspace(root);
  const feature = readFeature(workspace, KEY);
  const fixed = fixFeature(workspace, feature, loadContext(root, workspace.config)).feature;
  return { workspace, feature, fixed, read: (path: string) => readFileSync(join(root, path), "utf8"), root };
}

describe("saving fixes", () => {
  it("writes each changed document once, with its mark and its line endings, and nothing else", () => {
    const { workspace, feature, fixed, read, root } = open();
    const written = writeFixes(workspace, feature, fixed);
    expect(written.map(({ file }) => file).sort()).toEqual([ARCHITECTURE, BACKEND]);
    expect(read(ARCHITECTURE)).toMatch(/^\uFEFF# Parcels\r\n\r\n## Architecture Overview\r\n/);
    expect(read(ARCHITECTURE)).not.toMatch(/[^\r]\n/);
    expect(read(BACKEND)).toContain("[flow](02-architecture.md#data-flow)");
    const again = readFeature(workspace, KEY);
    expect(written.map(({ revision }) => revision).sort()).toEqual(
      [again.documents.architecture?.revision, again.documents["backend-design"]?.revision].sort(),
    );
    expect(readdirSync(join(root, FOLDER)).filter((name) => !name.endsWith(".md"))).toEqual([]);
    expect(fixFeature(workspace, again, loadContext(root, workspace.config)).rounds).toEqual([]);
  });

  it("writes nothing at all where one document has changed in the meantime", () => {
    const { workspace, feature, fixed, read, root } = open();
    writeFileSync(join(root, BACKEND), "a person's edit\n");
    expect(() => writeFixes(workspace, feature, fixed)).toThrow(expect.objectContaining({ code: "stale-revision" }));
    expect(read(ARCHITECTURE)).toBe(files[ARCHITECTURE]);
    expect(read(BACKEND)).toBe("a person's edit\n");
  });
});
