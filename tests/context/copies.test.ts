import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { asCopy, isUnchangedCopy } from "../../src/context/patterns/copies.ts";
import { loadCatalogue, loadContext, openWorkspace, readFeature, reviewCatalogue, writeSection } from "../../src/core.ts";
import { makeWorkspace } from "../support/workspace.ts";

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const FOLDER = `docs/plan/${KEY.epic}/${KEY.feature}`;

/** The worked example where nothing of the catalogue stands beside it; one of its sections is written again. */
function writtenAgain(root: string) {
  const workspace = openWorkspace(root);
  const { documents } = readFeature(workspace, KEY);
  const { markdown, revision = "" } = documents.architecture ?? {};
  const section = markdown?.allSections.find(({ title }) => title === "Technology Stack");
  const body = markdown?.text.slice(section?.heading.end, section?.span.end) ?? "";
  return writeSection(workspace, loadContext(root, workspace.config), {
    key: KEY,
    document: "architecture",
    section: "Technology Stack",
    body,
    revision,
  });
}

it("the pages of patterns that a design links to are put beside it on first use, and follow upgrades until somebody changes them", () => {
  const root = makeWorkspace();
  cpSync(FOLDER, join(root, FOLDER), { recursive: true });
  const cited = new Set(
    [...readFileSync(join(root, FOLDER, "02-architecture.md"), "utf8").matchAll(/context\/patterns\/([a-z-]+\.md)/g)].map(
      ([, name = ""]) => name,
    ),
  );
  expect(cited.size).toBeGreaterThan(0);
  const read = (name: string) => readFileSync(join(root, "context/patterns", name), "utf8");
  writtenAgain(root);
  for (const name of cited) {
    expect(isUnchangedCopy(read(name))).toBe(true);
    expect(read(name)).toContain(readFileSync(`context/patterns/${name}`, "utf8").trimEnd());
  }
  const [first = "", ...others] = cited;
  expect(existsSync(join(root, "context/patterns/README.md"))).toBe(false);

  // Copies are no catalogue of the team's own: nothing in them is the team's to review.
  const workspace = openWorkspace(root);
  expect(() => loadCatalogue(workspace)).toThrow(/no patterns in context\/patterns/);
  expect(loadContext(root, workspace.config).patterns).toEqual(loadContext(makeWorkspace(), workspace.config).patterns);

  // What an older version had put there is brought up to date, whatever the editor did to its line ends.
  const now = read(first);
  writeFileSync(join(root, "context/patterns", first), asCopy("---\ncategory: x\n---\n\n# Of old\n").replaceAll("\n", "\r\n"));
  writtenAgain(root);
  expect(read(first)).toBe(now);

  // What somebody has changed is the team's, and stays.
  const mine = now.replace(/^# .*$/m, "# Ours");
  writeFileSync(join(root, "context/patterns", first), mine);
  writtenAgain(root);
  expect(read(first)).toBe(mine);
  const { catalogue, sources } = loadCatalogue(workspace);
  expect(sources.map(({ file }) => file)).toEqual([`context/patterns/${first}`]);
  for (const { place } of reviewCatalogue(catalogue, workspace.config, "2031-01-01"))
    for (const name of others) expect(place.file).not.toContain(name);
});
