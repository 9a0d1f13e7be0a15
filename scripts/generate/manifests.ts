import { readFileSync } from "node:fs";

interface Package {
  name: string;
  version: string;
  description: string;
  keywords: string[];
  license: string;
  mcpName: string;
}

const AUTHOR = { name: "The groundplan authors" };
// Registries cut a description at 100 characters.
const SHORT = "Backend design documents from a PRD: guided section by section, checked without a model.";

/** What the registry of MCP servers and the plugin catalogue of Claude Code read; all of it follows from package.json. */
export function manifests(): Record<string, string> {
  const { name, version, description, keywords, license, mcpName } = JSON.parse(readFileSync("package.json", "utf8")) as Package;
  const server = {
    $schema: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
    name: mcpName,
    title: name,
    description: SHORT,
    version,
    packages: [
      {
        registryType: "npm",
        identifier: name,
        version,
        runtimeHint: "npx",
        runtimeArguments: [{ type: "named", name: "-y" }],
        packageArguments: [{ type: "positional", value: "mcp" }],
        transport: { type: "stdio" },
      },
    ],
  };
  const plugin = { name, version, description, author: AUTHOR, license, keywords };
  const marketplace = {
    name,
    description: SHORT,
    owner: AUTHOR,
    plugins: [{ name, source: "./plugin", description: SHORT }],
  };
  return {
    "server.json": asJson(server),
    "plugin/.claude-plugin/plugin.json": asJson(plugin),
    "plugin/.mcp.json": asJson({ mcpServers: { groundplan: { command: "npx", args: ["-y", `groundplan@${version}`, "mcp"] } } }),
    ".claude-plugin/marketplace.json": asJson(marketplace),
  };
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
