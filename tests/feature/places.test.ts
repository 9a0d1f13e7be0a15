import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { beginJournal, resumeJournal } from "../../src/agents/journal/journal.ts";
import { lockFeature } from "../../src/agents/journal/lock.ts";
import { loadContext, openWorkspace } from "../../src/core.ts";
import { readRegular } from "../../src/disk/read-regular.ts";
import { readText } from "../../src/feature/read-file.ts";
import { writeText } from "../../src/feature/writing/write-document.ts";
import { KnownError } from "../../src/findings/errors.ts";
import { makeWorkspace } from "../support/workspace.ts";

/** What a contributor can put in the place of a file. */
const PLACES: readonly [what: string, put: (path: string) => void][] = [
  ["a link to a device that never ends", (path) => symlinkSync("/dev/zero", path)],
  ["a link to the standard input", (path) => symlinkSync("/dev/stdin", path)],
  [
    "a link to a pipe",
    (path) => symlinkSync(execFileSync("sh", ["-c", `mkfifo "$0.pipe" && printf %s "$0.pipe"`, path], { encoding: "utf8" }), path),
  ],
  ["a link to nowhere", (path) => symlinkSync("nowhere", path)],
  ["a pipe", (path) => execFileSync("mkfifo", [path])],
  ["a folder", (path) => mkdirSync(path)],
];

const put = (root: string, file: string, place: (path: string) => void) => {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  place(path);
  return path;
};
const codeOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (thrown) {
    return thrown instanceof KnownError ? thrown.code : thrown;
  }
};

describe.skipIf(process.platform === "win32").each(PLACES)("in the place of a file there is %s", (_what, place) => {
  it("it is not read, and nobody waits for it", () => {
    const root = makeWorkspace({ "docs/plan/x.md": "x" });
    expect(readRegular(put(root, "docs/plan/E01/E01-F01/prd.md", place))).toHaveProperty("unread");
    expect(readText(openWorkspace(root), "docs/plan/E01/E01-F01/prd.md")?.trouble).toMatch(/symlink|not-a-file/);
  });

  it("a lock: the write is refused, and what stands there is left to whoever put it there", () => {
    const root = makeWorkspace({ "docs/plan/x.md": "x" });
    const path = put(root, "docs/plan/.x.md.lock", place);
    expect(codeOf(() => writeText(openWorkspace(root), "docs/plan/x.md", "y", null))).toBe("cannot-write");
    expect(lstatSync(path)).toBeDefined();
    expect(readText(openWorkspace(root), "docs/plan/x.md")?.text).toBe("x");
  });

  it.each(["groundplan.config.json", ".groundplan-baseline.json", "context/templates/prd.md", "context/patterns/own.md"])(
    "%s: a known error",
    (file) => {
      const root = makeWorkspace({ "docs/plan/x.md": "x" });
      put(root, file, place);
      expect(codeOf(() => loadContext(root, openWorkspace(root).config))).toMatch(/config|baseline|template/);
    },
  );

  it("a journal, and the lock of a run: a known error", () => {
    const root = makeWorkspace({ "docs/plan/x.md": "x" });
    const workspace = openWorkspace(root);
    const id = "2026-11-30T10-00-00-abcd";
    put(root, `.groundplan/runs/${id}/journal.jsonl`, place);
    expect(codeOf(() => resumeJournal(workspace, id, "now"))).toMatch(/journal|confinement|run/);
    put(root, ".groundplan/runs/running/E01+E01-F01.json", place);
    expect(codeOf(() => lockFeature(workspace, { epic: "E01", feature: "E01-F01" }, id))).toBe("running");
  });

  it("a file of the cache, or git's list: nothing is kept, and nobody waits", () => {
    const root = makeWorkspace({ "docs/plan/x.md": "x" });
    expect(readRegular(put(root, ".groundplan/cache/E01.verdicts", place))).toHaveProperty("unread");
  });
});

it.skipIf(process.platform === "win32")("a folder of runs that is a link is not written through", () => {
  const root = makeWorkspace({ "docs/plan/x.md": "x", "elsewhere/x.md": "x" });
  mkdirSync(join(root, ".groundplan/runs"), { recursive: true });
  symlinkSync(join(root, "elsewhere"), join(root, ".groundplan/runs/running"));
  expect(codeOf(() => beginJournal(openWorkspace(root), { id: "2026-11-30T10-00-00-abcd" } as Parameters<typeof beginJournal>[1]))).toBe(
    "confinement",
  );
  expect(existsSync(join(root, "elsewhere/2026-11-30T10-00-00-abcd.json"))).toBe(false);
});

it("a file that the user names may be a link, and is a regular file all the same", () => {
  const root = makeWorkspace({ "docs/plan/x.md": "x" });
  const path = join(root, "named.md");
  writeFileSync(`${path}.real`, "named");
  symlinkSync(`${path}.real`, path);
  expect(readRegular(path)).toMatchObject({ unread: "symlink" });
  expect(readRegular(path, 100, true)).toMatchObject({ bytes: Buffer.from("named") });
  expect(readRegular(path, 3, true)).toMatchObject({ unread: "too-large", size: 5 });
  if (process.platform !== "win32") expect(readRegular("/dev/zero", 100, true)).toMatchObject({ unread: "not-a-file" });
});
