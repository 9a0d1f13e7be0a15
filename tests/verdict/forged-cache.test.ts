import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { userCacheFolder, userSecret } from "../../src/disk/user-secret.ts";
import { seal } from "../fuzz/spoil-cache.ts";
import { runCli, startCli } from "../support/cli.ts";
import { makeWorkspace } from "../support/workspace.ts";

const FOLDER = "docs/plan/E00-examples/E00-F01-order-refunds";
const ARCHITECTURE = `${FOLDER}/02-architecture.md`;
const CACHE = ".groundplan/cache";

/** A worked example with a finding, left alone for long enough to be kept. */
async function spoiltExample(): Promise<string> {
  const root = makeWorkspace();
  cpSync(FOLDER, join(root, FOLDER), { recursive: true });
  const text = readFileSync(join(root, ARCHITECTURE), "utf8");
  writeFileSync(join(root, ARCHITECTURE), text.replace("## Data Flow\n", "## Data Flow\n\nTODO: the night run.\n"));
  await wait(80);
  return root;
}

const check = (root: string, options: string[] = [], env = {}) => runCli(["check", "--json", ...options], root, { CI: "", ...env });

describe("a verdict that somebody else has put into the cache", () => {
  // As a pull request can carry it: no findings, from nothing, under the right title.
  const forge = (root: string, sealed: (lines: string[]) => string) => {
    const file = join(root, CACHE, "E00-examples.verdicts");
    const [title = "", head = "", body = ""] = readFileSync(file, "utf8").split("\n").slice(1);
    const empty = body.replace(/"findings":\[.*?\],"checklist"/, '"findings":[],"checklist"');
    expect(empty).not.toBe(body);
    const stamp = createHash("sha256").update("").digest("base64url").slice(0, 24);
    writeFileSync(file, sealed([title, JSON.stringify({ ...JSON.parse(head), sources: [], stamp }), empty]));
  };

  it.each<[string, (lines: string[]) => string]>([
    [
      "with a checksum",
      (lines) => `${createHash("sha256").update(lines.join("\n")).digest("base64url").slice(0, 24)}\n${lines.join("\n")}`,
    ],
    ["with a mark of its own", (lines) => seal(lines, Buffer.alloc(32, 1))],
    ["with the user's own mark, of no documents", (lines) => seal(lines)],
  ])("%s is not told", async (_, sealed) => {
    const root = await spoiltExample();
    const plain = check(root, ["--no-cache"]);
    expect(plain.status).toBe(1);
    check(root);
    forge(root, sealed);
    expect(check(root)).toEqual(plain);
  });

  it("is not looked at where git tracks the folder, which is said", async () => {
    const root = await spoiltExample();
    const plain = check(root, ["--no-cache"]);
    check(root);
    const git = (...words: string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...words], { cwd: root, stdio: "pipe" });
    git("init", "-q");
    expect(check(root).err).toBe("");
    git("add", "-f", CACHE);
    for (const version of ["2", "4"]) {
      git("update-index", "--index-version", version);
      const { err, ...told } = check(root);
      expect(told).toEqual({ status: plain.status, out: plain.out });
      expect(err).toContain(".groundplan/cache is tracked by git");
    }
  });

  it("is not looked at in CI, unless it is asked for", async () => {
    const root = await spoiltExample();
    for (const CI of ["true", "1"]) check(root, [], { CI });
    expect(existsSync(join(root, CACHE))).toBe(false);
    check(root, [], { CI: "false" });
    expect(readdirSync(join(root, CACHE)).length).toBeGreaterThan(0);
    check(root, ["--cache"], { CI: "true" });
  });
});

describe("the user's secret", () => {
  const folder = () => join(mkdtempSync(join(tmpdir(), "groundplan-secret-")), "groundplan");

  it("is made once, and is the user's alone", () => {
    const own = folder();
    const secret = userSecret("/project", own);
    expect(secret).toHaveLength(32);
    expect(userSecret("/project", own)).toEqual(secret);
    expect(userSecret("/project", folder())).not.toEqual(secret);
    expect(readdirSync(own)).toEqual(["secret"]);
    if (process.platform !== "win32")
      expect([statSync(own).mode & 0o777, statSync(join(own, "secret")).mode & 0o777]).toEqual([0o700, 0o600]);
  });

  it("is none within the project", () => {
    expect(userSecret("/project", "/project/home/.cache/groundplan")).toBeUndefined();
    expect(userSecret("/project", "/project")).toBeUndefined();
    expect(userCacheFolder("/home/ada")).toMatch(/^\/home\/ada.*groundplan$/);
  });

  it.skipIf(process.platform === "win32").each<[string, (path: string, text: Buffer) => void]>([
    ["others can read it", (path) => chmodSync(path, 0o644)],
    ["it has another length", (path) => writeFileSync(path, "short")],
    [
      "a link stands in its place",
      (path, text) => {
        writeFileSync(`${path}.real`, text, { mode: 0o600 });
        execFileSync("rm", [path]);
        symlinkSync(`${path}.real`, path);
      },
    ],
    [
      "a pipe stands in its place",
      (path) => {
        execFileSync("rm", [path]);
        execFileSync("mkfifo", [path]);
      },
    ],
  ])("is none where %s", (_, spoil) => {
    const own = folder();
    const secret = userSecret("/project", own) as Buffer;
    spoil(join(own, "secret"), secret);
    expect(userSecret("/project", own)).toBeUndefined();
  });

  it("is none where it cannot be kept: then nothing is kept, and the verdict is the same", async () => {
    const root = await spoiltExample();
    const plain = check(root, ["--no-cache"]);
    const home = join(mkdtempSync(join(tmpdir(), "groundplan-home-")), "file");
    writeFileSync(home, "no folder");
    const homeless = { CI: "", HOME: home, LOCALAPPDATA: home, USERPROFILE: home };
    expect(startCli(["check", "--json"], root, homeless)).toEqual(plain);
    expect(existsSync(join(root, CACHE))).toBe(false);
  });
});
