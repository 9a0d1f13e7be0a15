import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { describe, expect, it } from "vitest";
import { makeWorkspace } from "../support/workspace.ts";

const EXAMPLE = "docs/plan/E00-examples/E00-F01-order-refunds";
const MCPB = "node_modules/@anthropic-ai/mcpb/dist/cli/cli.js";

interface Manifest {
  version: string;
  server: { mcp_config: { command: string; args: string[] } };
  tools: { name: string; description: string }[];
}

describe("the .mcpb bundle", () => {
  it("is packed, unpacked elsewhere, started as its manifest says, and gives the brief of a feature", async () => {
    const folder = makeWorkspace();
    const project = makeWorkspace();
    for (const name of ["prd.md", "00-research-report.md"]) cpSync(join(EXAMPLE, name), join(project, EXAMPLE, name));
    execFileSync(process.execPath, ["scripts/mcpb.mjs", join(folder, "groundplan.mcpb")], { stdio: "pipe" });
    execFileSync(process.execPath, [MCPB, "unpack", join(folder, "groundplan.mcpb"), join(folder, "unpacked")], { stdio: "pipe" });
    const unpacked = join(folder, "unpacked");
    const { server, tools, version } = JSON.parse(readFileSync(join(unpacked, "manifest.json"), "utf8")) as Manifest;
    const args = server.mcp_config.args.map((word) => word.replace("${__dirname}", unpacked).replace("${user_config.project}", project));
    const client = new Client({ name: "groundplan-tests", version: "0" });
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder, stderr: "pipe" }));
    try {
      expect(client.getServerVersion()).toMatchObject({ name: "groundplan", version });
      expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
      const input = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
      const { _meta, isError } = await client.callTool({ name: "next_step", arguments: input });
      expect(isError).not.toBe(true);
      expect(JSON.stringify(_meta)).toMatch(/start_feature|02-architecture/);
    } finally {
      await client.close();
    }
    const packed = filesIn(unpacked).map((path) => path.replaceAll("\\", "/"));
    expect(packed.filter((path) => /\.node$|node_modules|\.d\.ts$/.test(path))).toEqual([]);
    expect(packed).toContain("context/patterns/resilience-patterns.md");
    expect(packed.filter((path) => /^!|^context\/patterns\/(?:examples|README)/.test(path))).toEqual([]);
    expect(statSync(join(folder, "groundplan.mcpb")).size).toBeLessThan(3_800_000);
    expect(existsSync(join(unpacked, "dist/THIRD-PARTY-NOTICES.txt"))).toBe(true);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String);
}
