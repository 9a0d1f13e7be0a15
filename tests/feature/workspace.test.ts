import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFeatures, readFeature } from "../../src/core.ts";
import { readText } from "../../src/feature/read-file.ts";
import { confine, openFolder as openWorkspace } from "../../src/feature/workspace.ts";
import { FOLDER, KEY, makeWorkspace, PRD } from "../support/workspace.ts";

describe("a workspace", () => {
  it.each(["/", homedir(), "/nowhere/at/all"])("is refused at %s", (folder) => {
    expect(() => openWorkspace(folder)).toThrow(expect.objectContaining({ code: "workspace" }));
  });

  it("is refused at a file", () => {
    const root = makeWorkspace({ file: "" });
    expect(() => openWorkspace(join(root, "file"))).toThrow(expect.objectContaining({ code: "workspace" }));
  });

  it.each(["../x", "a/../../x", "/etc/passwd", "a\0b"])("holds %s out", (path) => {
    expect(() => confine(openWorkspace(makeWorkspace()), path)).toThrow(expect.objectContaining({ code: "confinement" }));
  });

  it("does not take a sibling whose name begins alike for its inside", () => {
    const outer = makeWorkspace({ "plan/a": "", "plan-evil/secret.md": "secret" });
    expect(() => readText(openWorkspace(join(outer, "plan")), "../plan-evil/secret.md")).toThrow(
      expect.objectContaining({ code: "confinement" }),
    );
  });
});

describe("symbolic links are not followed", () => {
  it("to another folder in a feature's place", () => {
    const root = makeWorkspace({ "docs/plan/E01-shop/.keep": "" });
    const elsewhere = makeWorkspace({ "prd.md": PRD });
    symlinkSync(elsewhere, join(root, FOLDER));
    expect(listFeatures(openWorkspace(root))).toEqual([]);
    expect(() => readFeature(openWorkspace(root), KEY)).toThrow(expect.objectContaining({ code: "confinement" }));
  });

  it("to another file in a document's place", () => {
    const root = makeWorkspace({ [`${FOLDER}/.keep`]: "", "secret.txt": "secret" });
    symlinkSync(join(root, "secret.txt"), join(root, FOLDER, "prd.md"));
    expect(readFeature(openWorkspace(root), KEY).documents.prd).toMatchObject({ trouble: "symlink", markdown: { text: "" } });
  });
});

describe("what is no text is told, never thrown", () => {
  const utf16 = new Uint8Array([0xff, 0xfe, 0x23, 0x00, 0x20, 0x00]);
  it.each<[string, string | Uint8Array, string]>([
    ["UTF-16 with its mark", utf16, "utf-16"],
    ["UTF-16 without a mark", Buffer.from("# A title in UTF-16", "utf16le"), "utf-16"],
    ["NUL bytes", "# Title\n\0\ntext that is long enough to tell", "nul-bytes"],
    ["Latin-1", new Uint8Array([0x23, 0x20, 0xe4, 0xf6]), "not-utf-8"],
    ["2 MB", "x".repeat(2 * 1024 * 1024), "too-large"],
  ])("%s", (_, contents, trouble) => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: contents });
    expect(readFeature(openWorkspace(root), KEY).documents.prd).toMatchObject({ trouble });
  });

  it("a folder in a document's place", () => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md/inner`]: "" });
    expect(readFeature(openWorkspace(root), KEY).documents.prd).toMatchObject({ trouble: "not-a-file" });
  });
});

describe("listing", () => {
  it("gives features in the order of their names, and leaves out what cannot be one", () => {
    const root = makeWorkspace({
      "docs/plan/E02/E02-F01/prd.md": "",
      "docs/plan/E01/E01-F02/prd.md": "",
      "docs/plan/E01/E01-F01/prd.md": "",
      "docs/plan/README.md": "",
      "docs/plan/.hidden/x/prd.md": "",
    });
    mkdirSync(join(root, "docs/plan/E01/ends."), { recursive: true });
    writeFileSync(join(root, "docs/plan/E01/notes.md"), "");
    expect(listFeatures(openWorkspace(root)).map(({ feature }) => feature)).toEqual(["E01-F01", "E01-F02", "E02-F01"]);
  });
});
