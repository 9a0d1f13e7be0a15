import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { readText, revisionOf } from "../../src/feature/read-file.ts";
import { openFolder as openWorkspace } from "../../src/feature/workspace.ts";
import { writeText } from "../../src/feature/writing/write-document.ts";
import { makeWorkspace } from "../support/workspace.ts";

const PATH = "docs/plan/E01/E01-F01/02-architecture.md";
const leftovers = (root: string) => readdirSync(join(root, "docs/plan/E01/E01-F01")).filter((name) => name !== "02-architecture.md");

describe("writing a document", () => {
  it("creates it with its folders, replaces it, and leaves nothing else behind", () => {
    const workspace = openWorkspace(makeWorkspace());
    const first = writeText(workspace, PATH, "one\n", null);
    expect(first).toBe(revisionOf("one\n"));
    writeText(workspace, PATH, "two\n", first);
    expect(readText(workspace, PATH)?.text).toBe("two\n");
    expect(leftovers(workspace.root)).toEqual([]);
  });

  it("refuses a stale revision, and keeps the person's text", () => {
    const workspace = openWorkspace(makeWorkspace({ [PATH]: "old\n" }));
    writeFileSync(join(workspace.root, PATH), "a person's edit\n");
    expect(() => writeText(workspace, PATH, "new\n", revisionOf("old\n"))).toThrow(expect.objectContaining({ code: "stale-revision" }));
    expect(readText(workspace, PATH)?.text).toBe("a person's edit\n");
  });

  it("refuses to create what exists already, and to replace what is gone", () => {
    const workspace = openWorkspace(makeWorkspace({ [PATH]: "there\n" }));
    expect(() => writeText(workspace, PATH, "new\n", null)).toThrow(expect.objectContaining({ code: "stale-revision" }));
    expect(() => writeText(workspace, `${PATH}x`, "new\n", "0123456789abcdef")).toThrow(
      expect.objectContaining({ code: "stale-revision" }),
    );
    expect(readText(workspace, PATH)?.text).toBe("there\n");
  });

  it("does not write through a link, nor outside of the workspace", () => {
    const workspace = openWorkspace(makeWorkspace({ "docs/plan/E01/.keep": "" }));
    const elsewhere = makeWorkspace();
    symlinkSync(elsewhere, join(workspace.root, "docs/plan/E01/E01-F01"));
    expect(() => writeText(workspace, PATH, "x", null)).toThrow(expect.objectContaining({ code: "confinement" }));
    expect(() => writeText(workspace, "../x.md", "x", null)).toThrow(expect.objectContaining({ code: "confinement" }));
    expect(existsSync(join(elsewhere, "02-architecture.md"))).toBe(false);
  });

  it("tells where a file stands in the folder's place", () => {
    const workspace = openWorkspace(makeWorkspace({ "docs/plan/E01": "a file" }));
    expect(() => writeText(workspace, PATH, "x", null)).toThrow(expect.objectContaining({ code: "cannot-write" }));
  });

  it("takes over the lock of a process that has died, and of one that was left long ago", () => {
    const workspace = openWorkspace(makeWorkspace({ [PATH]: "old\n" }));
    const lock = join(workspace.root, "docs/plan/E01/E01-F01/.02-architecture.md.lock");
    writeFileSync(lock, String(2 ** 22 - 7));
    const second = writeText(workspace, PATH, "new\n", revisionOf("old\n"));
    writeFileSync(lock, String(process.pid));
    utimesSync(lock, new Date(0), new Date(0));
    writeText(workspace, PATH, "newer\n", second);
    expect(readText(workspace, PATH)?.text).toBe("newer\n");
    expect(leftovers(workspace.root)).toEqual([]);
  });
});

describe("with other processes", () => {
  let script: string;
  beforeAll(async () => {
    mkdirSync("node_modules/.cache/groundplan-tests", { recursive: true });
    script = join(process.cwd(), "node_modules/.cache/groundplan-tests/writer.mjs");
    await build({
      entryPoints: ["tests/feature/writer.ts"],
      outfile: script,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "error",
    });
  });

  it("no line of two writers at once is lost", async () => {
    const workspace = openWorkspace(makeWorkspace({ [PATH]: "start\n" }));
    const run = (name: string) =>
      new Promise((resolve) =>
        spawn(process.execPath, [script, workspace.root, PATH, name, "40"], { stdio: "inherit" }).on("exit", resolve),
      );
    expect(await Promise.all([run("a"), run("b")])).toEqual([0, 0]);
    const lines = readText(workspace, PATH)?.text.trim().split("\n") ?? [];
    expect(lines).toHaveLength(81);
    expect(new Set(lines).size).toBe(81);
    expect(leftovers(workspace.root)).toEqual([]);
  });

  // Root may write everywhere, so another user has to try.
  it.skipIf(process.platform === "win32")("a folder that may not be written to gives a clear error, and nothing is lost", () => {
    const workspace = openWorkspace(makeWorkspace({ [PATH]: "old\n" }));
    const folder = join(workspace.root, "docs/plan/E01/E01-F01");
    chmodSync(workspace.root, 0o755);
    chmodSync(folder, 0o555);
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const output = execFileSync(process.execPath, [script, workspace.root, PATH, "x", "1"], {
      encoding: "utf8",
      env: { ...process.env, EXPECT_ERROR: "1" },
      ...user,
    });
    chmodSync(folder, 0o755);
    expect(output).toContain("cannot-write: cannot write docs/plan/E01/E01-F01/02-architecture.md: permission denied");
    expect(readText(workspace, PATH)?.text).toBe("old\n");
  });
});
