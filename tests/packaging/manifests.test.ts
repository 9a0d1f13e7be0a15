import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { runCli } from "../support/cli.ts";
import { makeWorkspace } from "../support/workspace.ts";
import { ServerJson } from "./server-json.ts";

// biome-ignore lint/suspicious/noExplicitAny: the tests below say what the files must hold
const json = (path: string): any => JSON.parse(readFileSync(path, "utf8"));
const manifest = json("package.json");

describe("server.json, for the registry of MCP servers", () => {
  it("keeps the rules of its schema, and names what package.json names", () => {
    const server = ServerJson.parse(json("server.json"));
    expect(server).toMatchObject({
      name: manifest.mcpName,
      version: manifest.version,
      packages: [{ identifier: manifest.name, version: manifest.version }],
    });
  });

  it("starts the server when a client puts its words together", () => {
    const [{ runtimeHint, runtimeArguments, identifier, packageArguments }] = json("server.json").packages;
    const words = [...runtimeArguments, { value: identifier }, ...packageArguments].map(({ name, value }) => name ?? value);
    expect([runtimeHint, ...words].join(" ")).toBe("npx -y groundplan mcp");
  });

  // biome-ignore lint/suspicious/noExplicitAny: each change breaks one rule
  it.each<[string, (server: any) => void]>([
    ["a description over 100 characters", (server) => (server.description = "x".repeat(101))],
    ["a name without a namespace", (server) => (server.name = "groundplan")],
    ["a name with two slashes", (server) => (server.name = "io.github.a/b/c")],
    ["no version", (server) => delete server.version],
    ["the version latest", (server) => (server.packages[0].version = "latest")],
    ["a range of versions", (server) => (server.packages[0].version = "^0.1.0")],
    ["a package without a transport", (server) => delete server.packages[0].transport],
    ["a positional argument without a value", (server) => delete server.packages[0].packageArguments[0].value],
  ])("the rules refuse %s", (_, damage) => {
    const server = json("server.json");
    damage(server);
    expect(ServerJson.safeParse(server).success).toBe(false);
  });
});

describe("a release under another owner", () => {
  const named = (repository: string) => {
    const folder = makeWorkspace();
    cpSync("package.json", join(folder, "package.json"));
    const result = spawnSync(process.execPath, [resolve("scripts/name-owner.mjs"), repository], { cwd: folder, encoding: "utf8" });
    return { ...result, manifest: json(join(folder, "package.json")) };
  };

  it("changes the two names that the owner is part of, and nothing else", () => {
    const repository = { type: "git", url: "git+https://github.com/example-org/plans.git" };
    expect(named("example-org/plans").manifest).toEqual({ ...manifest, mcpName: "io.github.example-org/groundplan", repository });
  });

  it.each(["", "example-org", "a/b/c", "a b/c", "$(id)/c"])("refuses %j", (repository) => {
    const { status, stderr, manifest: after } = named(repository);
    expect(status).toBe(2);
    expect(stderr).toContain("expected <owner>/<repository>");
    expect(after).toEqual(manifest);
  });
});

describe("the plugin for Claude Code", () => {
  it("is in the catalogue of this repository, with a version of its own package", () => {
    const [entry] = json(".claude-plugin/marketplace.json").plugins;
    const plugin = json(join(entry.source, ".claude-plugin/plugin.json"));
    expect(plugin).toMatchObject({ name: entry.name, version: manifest.version });
  });

  it("starts the server that init writes", () => {
    const root = makeWorkspace();
    runCli(["init", "--no-prove", "--assistant", "claude-code"], root);
    expect(json("plugin/.mcp.json")).toEqual(json(join(root, ".mcp.json")));
  });
});

const helps = new Map<string, string>();

/** A command is asked once, whichever page names it. */
function helpOf(name: string): string {
  const help = helps.get(name) ?? runCli([name, "--help"], ".").out;
  helps.set(name, help);
  return help;
}

describe("what assistants are told", () => {
  const WORDS = ["plugin/skills/groundplan/SKILL.md", "plugin/AGENTS-section.md", "docs/assistants.md"];

  it.each(WORDS)("every command and option in %s exists", (path) => {
    const calls = [...readFileSync(path, "utf8").matchAll(/\bgroundplan ([a-z]+)\b([^`\n]*)/g)].filter(([, name]) =>
      COMMANDS.some((command) => command.name === name),
    );
    expect(calls.length).toBeGreaterThan(2);
    for (const [call, name = "", rest = ""] of calls)
      for (const option of rest.match(/--[a-z-]+/g) ?? []) expect(`${call}: ${helpOf(name)}`).toContain(` ${option}`);
  });

  it.each(WORDS.slice(0, 2))("%s calls no command that is not there", (path) => {
    const called = [...readFileSync(path, "utf8").matchAll(/`groundplan ([a-z]+)/g)].map(([, name]) => name);
    expect(COMMANDS.map(({ name }) => name)).toEqual(expect.arrayContaining(called));
    expect(called).toEqual(expect.arrayContaining(["next", "check", "status", "explain"]));
  });

  it("the skill says in its front matter when to use it, within what hosts read", () => {
    const [, head = "", body = ""] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync("plugin/skills/groundplan/SKILL.md", "utf8")) ?? [];
    const [, description = ""] = /^description: (.*)$/m.exec(head) ?? [];
    expect(head).toMatch(/^name: groundplan$/m);
    expect(description).toMatch(/\bUse when\b/);
    expect(description.length).toBeLessThanOrEqual(1024);
    expect(body.length).toBeLessThanOrEqual(4000);
  });

  it("the short form costs a session at most 300 words", () => {
    expect(readFileSync("plugin/AGENTS-section.md", "utf8").split(/\s+/).length).toBeLessThanOrEqual(300);
  });
});
