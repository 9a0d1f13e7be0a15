import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EVERY_CHECK } from "../../src/core.ts";

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : entry.name.endsWith(".ts") ? [join(folder, entry.name)] : [],
  );

describe("the house keeps its own rules", () => {
  it("one check, one file, one name; the index lists them all", () => {
    const rooms = readdirSync("src/checks", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const files = rooms.flatMap(({ name }) => readdirSync(join("src/checks", name)).map((file) => `${name}/${file}`));
    expect(EVERY_CHECK.map(({ category, id }) => `${category}/${id}.ts`).sort()).toEqual(files.sort());
  });

  it("only the command line's main prints and asks the process", () => {
    // A lock names its owner by the process id; a child is started with the same Node.
    const allowed = /process\.(?:pid|kill|execPath|stderr)\b/g;
    const offenders = sources("src").filter(
      (file) => file !== "src/cli/main.ts" && /\bconsole\.|\bprocess\.\w/.test(readFileSync(file, "utf8").replace(allowed, "")),
    );
    expect(offenders).toEqual([]);
  });

  it("files are small enough to be held in the head", () => {
    const lines = sources("src")
      .map((file) => readFileSync(file, "utf8").split("\n").length)
      .sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length * 0.5)]).toBeLessThanOrEqual(70);
    expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(200);
  });

  it("what a project holds is read in one place; the package's own files are another matter", () => {
    const readers = sources("src").filter((file) =>
      /\b(?:readFileSync|createReadStream|readFile\(|readSync|fs\/promises)/.test(
        readFileSync(file, "utf8").replace("function readFile(", "").replace("=> readFile(", ""),
      ),
    );
    const ofThePackage = readers.filter((file) => file !== "src/disk/read-regular.ts");
    for (const file of ofThePackage) {
      const calls = readFileSync(file, "utf8").match(/readFileSync\([^\n]*/g) ?? [];
      for (const call of calls) expect(call, file).toContain("packageRoot()");
      expect(calls.length, file).toBeGreaterThan(0);
    }
    // Every other opening makes a file that must be new, or is not blocked by what stands there.
    for (const file of sources("src"))
      for (const call of readFileSync(file, "utf8").match(/(?<!import .{0,200})\bopenSync\([^\n]*/g) ?? [])
        expect(call, file).toMatch(/O_EXCL|"wx"|FLAGS|WRITING|folder/);
  });

  it("the layers hold", () => {
    const cruise = (...paths: string[]) =>
      execFileSync(
        process.execPath,
        [
          "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
          "--config",
          ".dependency-cruiser.cjs",
          "--output-type",
          "json",
          ...paths,
        ],
        { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
      );
    const { summary } = JSON.parse(cruise("src")) as { summary: { totalCruised: number; violations: unknown[] } };
    expect(summary.violations).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(100);
  });

  it("the lock file names the binaries of every platform, or npm ci refuses it", () => {
    expect(() => execFileSync(process.execPath, ["scripts/complete-lock.mjs", "--check"], { stdio: "pipe" })).not.toThrow();
  });

  it("generated pages and schemas are fresh", () => {
    expect(() => execFileSync(process.execPath, ["scripts/generate.mjs", "--check"], { stdio: "pipe" })).not.toThrow();
  });

  it("nothing of the workshop is in what is committed", () => {
    const files = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n");
    const texts = files.filter((file) => /\.(?:md|ts|mjs|json|cjs)$|run$/.test(file) && file !== "tests/house/house.test.ts");
    const offenders = texts.filter((file) =>
      /\/work\/(?:main|shared)|\/root\/|registry\.npmjs|127\.0\.0\.1:\d{4,5}/.test(readFileSync(file, "utf8")),
    );
    expect(offenders).toEqual([]);
  });
});

describe("the package", () => {
  const [{ files }] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8", shell: process.platform === "win32" }),
  ) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);

  it("carries what the command needs", () => {
    for (const path of [
      "dist/cli.js",
      "dist/index.js",
      "dist/types/index.d.ts",
      "dist/THIRD-PARTY-NOTICES.txt",
      "LICENSE",
      "README.md",
      "context/templates/architecture-doc.md",
      "context/templates/system-patterns.md",
      "context/patterns/api-patterns.md",
      "docs/checks/code-block.md",
      "docs/plan/E00-examples/E00-F01-order-refunds/prd.md",
      "src/mcp/prompts/instructions.md",
      "src/agents/roles/architect.md",
      "src/agents/prompts/opening.md",
    ]) {
      expect(paths).toContain(path);
    }
  });

  it("and nothing else", () => {
    expect(
      paths.filter((path) =>
        /^(?:tests|scripts|\.ci|node_modules)\/|\.test\.|^src\/(?!mcp\/prompts|agents\/(?:roles|prompts)\/)/.test(path),
      ),
    ).toEqual([]);
  });
});
