import type { Assistant } from "./types.ts";

const COMMAND = { command: "npx", args: ["-y", "groundplan", "mcp"] } as const;

/** Every assistant whose configuration groundplan knows how to write, by project files that a team can commit. */
export const ASSISTANTS: readonly Assistant[] = [
  {
    id: "claude-code",
    name: "Claude Code",
    file: ".mcp.json",
    format: "json",
    servers: "mcpServers",
    entry: COMMAND,
    signs: [".mcp.json", ".claude", "CLAUDE.md"],
  },
  {
    id: "cursor",
    name: "Cursor",
    file: ".cursor/mcp.json",
    format: "json",
    servers: "mcpServers",
    entry: COMMAND,
    signs: [".cursor", ".cursorrules"],
  },
  {
    id: "vscode",
    name: "VS Code",
    file: ".vscode/mcp.json",
    format: "json",
    servers: "servers",
    entry: { type: "stdio", ...COMMAND },
    signs: [".vscode", ".github/copilot-instructions.md"],
  },
  { id: "codex", name: "Codex", file: ".codex/config.toml", format: "toml", servers: "mcp_servers", entry: COMMAND, signs: [".codex"] },
  {
    id: "gemini",
    name: "Gemini CLI",
    file: ".gemini/settings.json",
    format: "json",
    servers: "mcpServers",
    entry: COMMAND,
    signs: [".gemini", "GEMINI.md"],
  },
  {
    id: "zed",
    name: "Zed",
    file: ".zed/settings.json",
    format: "json",
    servers: "context_servers",
    entry: COMMAND,
    signs: [".zed"],
  },
  {
    id: "agents-md",
    name: "assistants that read AGENTS.md",
    file: "AGENTS.md",
    format: "markdown",
    servers: "",
    entry: {},
    signs: ["AGENTS.md"],
  },
];
