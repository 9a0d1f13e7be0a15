import { spawn } from "node:child_process";
import fs, { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DEFAULTS, loadCatalogue, loadContext, loadDecisions, readFeature } from "../../src/core.ts";
import { openFolder } from "../../src/feature/workspace.ts";
import { writeText } from "../../src/feature/writing/write-document.ts";
import { writeGenerated } from "../../src/feature/writing/write-generated.ts";
import { bounded } from "../support/bounded.ts";
import { runCli } from "../support/cli.ts";
import { CAN_MOUNT, makeDisk, makeReadOnly } from "../support/mount.ts";
import { FOLDER, KEY, makeWorkspace, PRD, RESEARCH, writeFiles } from "../support/workspace.ts";

const FILE = `${FOLDER}/02-architecture.md`;
const hidden = (root: string) => readdirSync(join(root, FOLDER)).filter((name) => name.startsWith("."));

describe.skipIf(!CAN_MOUNT)("a disk (skipped where none can be mounted)", () => {
  it("that is full: the old document stays whole, nothing lies about, and with room again the write succeeds", () => {
    const root = makeDisk("256k");
    writeFiles(root, { [FILE]: "old\n" });
    const workspace = openFolder(root);
    const text = "A line of an architecture.\n".repeat(4000);
    const first = writeText(workspace, FILE, "before\n", workspaceRevision(root));
    writeFileSync(join(root, "ballast"), Buffer.alloc(200 * 1024));
    const full = expect.objectContaining({ code: "cannot-write", message: expect.stringContaining("the disk is full") });
    expect(() => writeText(workspace, FILE, text, first)).toThrow(full);
    expect(() => writeText(workspace, `${FOLDER}/prd.md`, text, null)).toThrow(full);
    expect(() => writeGenerated(workspace, ".groundplan/picture.svg", Buffer.from(text))).toThrow(full);
    expect(readFileSync(join(root, FILE), "utf8")).toBe("before\n");
    expect(readdirSync(join(root, FOLDER))).toEqual(["02-architecture.md"]);
    rmSync(join(root, "ballast"));
    writeText(workspace, FILE, text, first);
    expect(readFileSync(join(root, FILE), "utf8")).toBe(text);
  });

  it("that has not even room for the name of a lock", () => {
    const root = makeDisk("64k");
    writeFiles(root, { [FILE]: "old\n" });
    for (let block = 0; fits(join(root, `ballast-${block}`)); block++);
    expect(() => writeText(openFolder(root), FILE, "new\n", workspaceRevision(root))).toThrow(
      expect.objectContaining({ code: "cannot-write" }),
    );
    expect(readFileSync(join(root, FILE), "utf8")).toBe("old\n");
    expect(hidden(root)).toEqual([]);
  });

  it("that is read-only: documents are checked, and no write is begun", () => {
    const root = makeDisk("1m");
    writeFiles(root, { [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH, [FILE]: "# Parcels\n" });
    makeReadOnly(root);
    expect(JSON.parse(runCli(["check", "--json"], root).out).features).toHaveLength(1);
    for (const command of [["draft", "E01-F01"], ["check", "--fix"], ["system"], ["new", "E01-shop/E01-F02-returns"]]) {
      const { status, err } = runCli(command, root);
      expect({ command, status, err }).toEqual({ command, status: 2, err: expect.stringContaining("the disk is read-only") });
    }
    expect(readFileSync(join(root, FILE), "utf8")).toBe("# Parcels\n");
  });
});

function fits(path: string): boolean {
  try {
    writeFileSync(path, Buffer.alloc(4096));
    return true;
  } catch {
    return false;
  }
}

function workspaceRevision(root: string): string {
  return readFeature({ root, config: DEFAULTS }, KEY).documents.architecture?.revision ?? "";
}

describe("a file that vanishes between listing and reading", () => {
  const { readdirSync: list } = fs;
  afterEach(() => {
    fs.readdirSync = list;
    syncBuiltinESMExports();
  });

  /** Whoever lists a folder finds the file, and whoever reads it then does not. */
  function vanishing(root: string, file: string): void {
    const listed = ((path: string, options?: object) => {
      const names = list(path, options as { withFileTypes: true });
      rmSync(join(root, file), { force: true });
      return names;
    }) as typeof fs.readdirSync;
    fs.readdirSync = listed;
    syncBuiltinESMExports();
  }

  it.each([
    ["a pattern", `${DEFAULTS.patterns}/own.md`],
    ["a template", `${DEFAULTS.templates}/own.md`],
    ["a decision record", `${DEFAULTS.decisions}/0001-use-a-queue.md`],
    ["a document", FILE],
  ])("%s counts as one that was never there", (_, file) => {
    const root = makeWorkspace({
      [`${FOLDER}/prd.md`]: PRD,
      [`${DEFAULTS.patterns}/kept.md`]: "# Kept\n\n## A pattern\n",
      [file]: "# Something that is about to go\n",
    });
    const workspace = openFolder(root);
    vanishing(root, file);
    expect(() => loadContext(root, workspace.config)).not.toThrow();
    expect(loadDecisions(workspace).decisions).toEqual([]);
    expect(loadCatalogue(workspace).sources.map(({ file: name }) => name)).toEqual([`${DEFAULTS.patterns}/kept.md`]);
    expect(Object.keys(readFeature(workspace, KEY).documents)).toEqual(["prd"]);
  });
});

describe("an editor that takes no lock", () => {
  const { fsyncSync } = fs;
  afterEach(() => {
    fs.fsyncSync = fsyncSync;
    syncBuiltinESMExports();
  });

  it("and saves while the new text is brought to the disk keeps what it has saved", () => {
    const root = makeWorkspace({ [FILE]: "old\n" });
    const base = workspaceRevision(root);
    fs.fsyncSync = (handle) => {
      fsyncSync(handle);
      writeFileSync(join(root, FILE), "a person's edit\n");
    };
    syncBuiltinESMExports();
    expect(() => writeText(openFolder(root), FILE, "new\n", base)).toThrow(expect.objectContaining({ code: "stale-revision" }));
    expect(readFileSync(join(root, FILE), "utf8")).toBe("a person's edit\n");
    expect(hidden(root)).toEqual([]);
  });
});

describe("a clock that goes backwards", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("does not keep a lock that was left behind", () => {
    const root = makeWorkspace({ [FILE]: "old\n" });
    const lock = join(root, FOLDER, ".02-architecture.md.lock");
    writeFileSync(lock, String(process.pid));
    const tomorrow = new Date(Date.now() + 86_400_000);
    utimesSync(lock, tomorrow, tomorrow);
    writeText(openFolder(root), FILE, "new\n", workspaceRevision(root));
    expect(hidden(root)).toEqual([]);
  });

  it("does not make a wait longer, nor an empty lock last", () => {
    const root = makeWorkspace({ [FILE]: "old\n" });
    writeFileSync(join(root, FOLDER, ".02-architecture.md.lock"), "");
    let now = Date.now();
    vi.spyOn(Date, "now").mockImplementation(() => {
      now -= 1000;
      return now;
    });
    bounded(() => writeText(openFolder(root), FILE, "new\n", workspaceRevision(root)));
    expect(hidden(root)).toEqual([]);
  });
});

describe("two processes in one workspace", () => {
  const command = (words: string[], cwd: string) =>
    new Promise<{ status: number | null; err: string }>((done) => {
      const child = spawn(process.execPath, [resolve("dist/cli.js"), ...words], { cwd });
      let err = "";
      child.stderr.on("data", (chunk) => {
        err += chunk;
      });
      child.on("exit", (status) => done({ status, err }));
    });

  it("each gets through or is told that the other was quicker, and both documents are whole", async () => {
    const root = makeWorkspace();
    writeFiles(root, { [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH });
    const alone = makeWorkspace();
    cpSync(root, alone, { recursive: true });
    runCli(["draft", "E01-F01"], alone);
    const results = await Promise.all([command(["draft", "E01-F01"], root), command(["draft", "E01-F01"], root)]);
    for (const { status, err } of results)
      if (status !== 0)
        expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(/changed since it was read|created by somebody else/) });
    expect(hidden(root)).toEqual([]);
    // Whoever was refused starts again.
    expect(runCli(["draft", "E01-F01"], root).status).toBe(0);
    for (const file of Object.values(DEFAULTS.files).filter((name) => /^0[24]/.test(name)))
      expect(readFileSync(join(root, FOLDER, file), "utf8")).toBe(readFileSync(join(alone, FOLDER, file), "utf8"));
  });
});
