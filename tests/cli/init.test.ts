import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { makeWorkspace } from "../support/workspace.ts";

const VSCODE = '{\n  // the team\'s servers\n  "servers": { "db": { "command": "db-mcp" } }\n}\n';

const read = (root: string, file: string) => readFileSync(join(root, file), "utf8");

/** Runs the command on a pseudo-terminal, as a person does who types the answers. */
function runOnTerminal(args: string, cwd: string, answers: string) {
  const { CI: _, ...env } = process.env;
  const command = `${process.execPath} ${resolve("dist/cli.js")} ${args}`;
  return spawnSync("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd,
    env,
    encoding: "utf8",
    input: answers,
    timeout: 60_000,
  });
}

const hasTerminal = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;

describe("init proves what it wrote", () => {
  it("names the copy that is installed in the project, relative to it, and has it answer", () => {
    const root = makeWorkspace();
    mkdirSync(join(root, "node_modules"));
    symlinkSync(resolve("."), join(root, "node_modules/groundplan"));
    const { status, out } = runCli(["init"], root);
    expect(out).toMatch(
      /the server answers to: node node_modules\/groundplan\/dist\/cli\.js mcp\non the machines of the others this needs Node/,
    );
    expect(status).toBe(0);
    expect(JSON.parse(read(root, ".mcp.json")).mcpServers.groundplan).toEqual({
      command: "node",
      args: ["node_modules/groundplan/dist/cli.js", "mcp"],
    });
  });

  it("names this version of the package elsewhere, and is not done where it does not answer", () => {
    const root = makeWorkspace();
    const { status, err } = runCli(["init"], root, { PATH: join(root, "nothing") });
    expect([status, err]).toEqual([2, expect.stringMatching(/^npx -y groundplan@\d+\.\d+\.\d+ mcp does not answer here: .*ENOENT/)]);
    expect(JSON.parse(read(root, ".mcp.json")).mcpServers.groundplan.args[1]).toMatch(/^groundplan@\d/);
  });
});

describe("init sets assistants up", () => {
  it.each<[string, string, RegExp]>([
    ["claude-code", ".mcp.json", /"mcpServers": \{\n {4}"groundplan": \{\n {6}"command": "npx"/],
    ["cursor", ".cursor/mcp.json", /"mcpServers"/],
    ["vscode", ".vscode/mcp.json", /"servers": \{\n {4}"groundplan": \{\n {6}"type": "stdio"/],
    ["codex", ".codex/config.toml", /^\[mcp_servers\.groundplan\]\ncommand = "npx"/],
    ["gemini", ".gemini/settings.json", /"mcpServers"/],
    ["zed", ".zed/settings.json", /"context_servers"/],
    ["kiro", ".kiro/settings/mcp.json", /"mcpServers": \{\n {4}"groundplan": \{\n {6}"command": "npx"/],
    ["junie", ".junie/mcp/mcp.json", /"mcpServers"/],
    ["opencode", "opencode.json", /"mcp": \{\n {4}"groundplan": \{\n {6}"type": "local",\n {6}"command": \[\n {8}"npx",/],
    ["agents-md", "AGENTS.md", /^<!-- groundplan:begin -->\n## Backend designs: groundplan\n/],
  ])("--assistant %s creates %s", (id, file, expected) => {
    const root = makeWorkspace();
    const { status, out } = runCli(["init", "--no-prove", "--assistant", id], root);
    expect(status).toBe(0);
    expect(out).toContain(`created ${file}, for `);
    expect(read(root, file)).toMatch(expected);
    expect(runCli(["init", "--no-prove", "--assistant", id, "--yes"], root).out).toContain(`kept ${file}, which names groundplan already`);
  });

  it("finds the assistants that the project uses; without a terminal, what exists is changed with --yes only", () => {
    const root = makeWorkspace({ ".vscode/mcp.json": VSCODE, ".cursor/rules/style.mdc": "" });
    const { out } = runCli(["init", "--no-prove"], root);
    expect(out).toContain("created .mcp.json, for Claude Code\n");
    expect(out).toContain("left out .cursor/mcp.json, for Cursor: groundplan init --assistant cursor creates it\n");
    expect(out).toContain("kept .vscode/mcp.json, which exists: groundplan init --assistant vscode --yes adds groundplan to it");
    expect(out).not.toMatch(/zed|gemini|codex|AGENTS/i);
    expect(read(root, ".vscode/mcp.json")).toBe(VSCODE);
    expect(runCli(["init", "--no-prove", "--yes"], root).out).toMatch(/created \.cursor\/mcp\.json.*\nchanged \.vscode\/mcp\.json/);
    expect(read(root, ".vscode/mcp.json")).toMatch(
      /^\{\n {2}\/\/ the team's servers\n {2}"servers": \{ "db": \{ "command": "db-mcp" \},\n/,
    );
  });

  it("--all --dry-run shows every change as a diff, and writes nothing", () => {
    const root = makeWorkspace({ ".vscode/mcp.json": VSCODE });
    const { out } = runCli(["init", "--no-prove", "--all", "--dry-run"], root);
    expect(out.match(/^would (?:create|change) .*, for /gm)).toHaveLength(10);
    expect(out).toMatch(/^--- a\/\.vscode\/mcp\.json\n\+\+\+ b\/\.vscode\/mcp\.json\n@@ .*\n \{\n {3}\/\/ the team's servers\n-/m);
    expect(read(root, ".vscode/mcp.json")).toBe(VSCODE);
    expect(existsSync(join(root, "AGENTS.md"))).toBe(false);
  });

  it("what cannot be changed safely is kept, with the lines to add by hand", () => {
    const broken = "[mcp_servers\n";
    const root = makeWorkspace({ ".codex/config.toml": broken });
    expect(runCli(["init", "--no-prove", "--assistant", "codex", "--yes"], root)).toMatchObject({
      status: 2,
      err: expect.stringMatching(
        /kept \.codex\/config\.toml, which cannot be changed safely: it is not valid TOML\. Add this by hand:\n\n {4}\[mcp_servers\.groundplan\]\n {4}command = "npx"\n/,
      ),
    });
    expect(read(root, ".codex/config.toml")).toBe(broken);
  });

  it("a configuration that is a link to elsewhere is not followed", () => {
    const elsewhere = makeWorkspace({ "home.json": "{}" });
    const root = makeWorkspace();
    symlinkSync(join(elsewhere, "home.json"), join(root, ".mcp.json"));
    expect(runCli(["init", "--no-prove", "--yes"], root).err).toContain(
      "kept .mcp.json, which cannot be changed safely: it cannot be read (symlink)",
    );
    expect(read(elsewhere, "home.json")).toBe("{}");
  });

  it.each<[string, string[], RegExp]>([
    ["an unknown assistant", ["--assistant", "emacs"], /Allowed choices are claude-code, cursor, vscode, codex, gemini, zed, agents-md/],
    ["all and some", ["--all", "--assistant", "zed"], /'--all' cannot be used with option '--assistant/],
  ])("%s ends with status 2", (_, args, message) => {
    expect(runCli(["init", "--no-prove", ...args], makeWorkspace())).toMatchObject({ status: 2, err: expect.stringMatching(message) });
  });

  it.skipIf(!hasTerminal)("asks for each file on a terminal, and writes what was agreed to", () => {
    const root = makeWorkspace({ ".vscode/mcp.json": VSCODE, ".zed/settings.json": "{}\n" });
    const { stdout, status } = runOnTerminal("init --no-prove", root, "y\nn\nyes\n");
    expect(status).toBe(0);
    expect(stdout).toMatch(/Create \.mcp\.json, for Claude Code\? \[y\/N\] [\s\S]*created \.mcp\.json/);
    expect(stdout).toMatch(
      /\+ {4}"groundplan": \{[\s\S]*Change \.vscode\/mcp\.json, for VS Code\? \[y\/N\] [\s\S]*kept \.vscode\/mcp\.json/,
    );
    expect(stdout).toMatch(/changed \.zed\/settings\.json, for Zed/);
    expect(read(root, ".vscode/mcp.json")).toBe(VSCODE);
    expect(read(root, ".zed/settings.json")).toContain('"groundplan"');
  });

  it.skipIf(!hasTerminal)("the end of the input is a no", () => {
    const root = makeWorkspace();
    expect(runOnTerminal("init --no-prove", root, "\u0004").status).toBe(0);
    expect(existsSync(join(root, ".mcp.json"))).toBe(false);
  });
});
