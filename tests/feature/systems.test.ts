import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NO_FINDINGS, runCli } from "../support/cli.ts";
import { copyExamples, FOLDER, makeWorkspace, PRD, RESEARCH, writeFiles } from "../support/workspace.ts";

const EXAMPLE = "docs/plan/E00-examples/E00-F01-order-refunds";

/** The worked example with some defects in it, with templates of its own, as Git checks it out on one system or the other. */
function checkout(newline: "\n" | "\r\n", mark = ""): string {
  const root = makeWorkspace({ "groundplan.config.json": '{\n  "checks": { "vague-wording": "error" }\n}\n' });
  cpSync(EXAMPLE, join(root, EXAMPLE), { recursive: true });
  cpSync("context", join(root, "context"), { recursive: true });
  const architecture = join(root, EXAMPLE, "02-architecture.md");
  const text = readFileSync(architecture, "utf8");
  writeFileSync(architecture, `${text.replace("(prd.md)", "(prdd.md)")}\n\`\`\`ts\nexport class Refund {}\n\`\`\`\n\nAnd so on, etc.\n`);
  for (const path of readdirSync(root, { recursive: true }).map(String))
    if (/\.(?:md|json)$/.test(path)) {
      const file = join(root, path);
      writeFileSync(file, mark + readFileSync(file, "utf8").replaceAll("\n", newline));
    }
  return root;
}

const findingsIn = (root: string) => JSON.parse(runCli(["check", "--json"], root).out).features[0].findings;

describe("a project that was checked out on Windows", () => {
  it("has the same findings, at the same lines and columns, with a byte order mark in every file too", () => {
    const expected = findingsIn(checkout("\n"));
    expect(expected.map(({ check }: { check: string }) => check)).toEqual(
      expect.arrayContaining(["code-block", "broken-link", "vague-wording"]),
    );
    expect(findingsIn(checkout("\r\n"))).toEqual(expected);
    expect(findingsIn(checkout("\r\n", "\uFEFF"))).toEqual(expected);
  });

  it("keeps its line ends when it is mended", () => {
    const root = checkout("\r\n");
    expect(runCli(["check", "--fix"], root).err).toContain("mended");
    const mended = readFileSync(join(root, EXAMPLE, "02-architecture.md"), "utf8");
    expect(mended).toContain("](prd.md)");
    expect(mended).not.toMatch(/(?<!\r)\n/);
  });

  it("keeps its line ends when it is drafted", () => {
    const root = makeWorkspace();
    writeFiles(root, { [`${FOLDER}/prd.md`]: PRD.replaceAll("\n", "\r\n"), [`${FOLDER}/00-research-report.md`]: RESEARCH });
    const drafted = runCli(["draft", "E01-F01"], root);
    expect(drafted.status).toBe(0);
    expect(readFileSync(join(root, FOLDER, "prd.md"), "utf8")).toBe(PRD.replaceAll("\n", "\r\n"));
    expect(readFileSync(join(root, FOLDER, "02-architecture.md"), "utf8")).not.toContain("\r");
  });

  it.each([
    "docs\\plan\\E00-examples\\E00-F01-order-refunds",
    ".\\docs\\plan\\E00-examples\\E00-F01-order-refunds\\",
    "docs\\plan\\E00-examples\\E00-F01-order-refunds\\prd.md",
    "E00-examples\\E00-F01-order-refunds",
    "docs\\plan\\E00-examples",
  ])("is named by its paths with backslashes: %s", (target) => {
    const root = makeWorkspace();
    copyExamples(root, EXAMPLE);
    expect(runCli(["check", target], root)).toMatchObject({ status: 0, out: NO_FINDINGS });
  });
});

describe("names that differ by capitals alone", () => {
  it.each([
    ["a feature", "E01-shop/E01-f01-PARCELS", "E01-F01-parcels"],
    ["an epic", "e01-Shop/E01-F02-returns", "E01-shop"],
  ])("%s is not created beside its twin, which some systems would take for it", (_, key, twin) => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD });
    const { status, err } = runCli(["new", key], root);
    expect(status).toBe(2);
    expect(err).toContain(`${twin} exists, which differs by capitals alone`);
    expect(readdirSync(join(root, "docs/plan")).filter((name) => !name.startsWith("."))).toEqual(["E01-shop"]);
    expect(readdirSync(join(root, "docs/plan/E01-shop"))).toEqual(["E01-F01-parcels"]);
  });

  it("a feature that exists is continued under its own name, and others are begun", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: PRD });
    expect(runCli(["new", "E01-shop/E01-F01-parcels"], root).out).toContain(
      "created docs/plan/E01-shop/E01-F01-parcels/00-research-report.md",
    );
    expect(runCli(["new", "E01-shop/E01-F02-returns"], root).status).toBe(0);
  });
});
