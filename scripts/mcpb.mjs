// Packs groundplan as an .mcpb bundle, which runs on every platform: it holds no native code, and documents are read by the
// portable parser. Usage, after npm run build: npm run mcpb [-- <file>]
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, normalize, resolve } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import picomatch from "picomatch";

const { name, version, description, license, keywords, engines, files } = JSON.parse(readFileSync("package.json", "utf8"));
const target = resolve(process.argv[2] ?? `${name}-${version}.mcpb`);
const mcpb = createRequire(import.meta.url)
  .resolve("@anthropic-ai/mcpb")
  .replace(/index\.js$/, "cli/cli.js");

const stage = mkdtempSync(join(tmpdir(), "groundplan-mcpb-"));
try {
  // What npm leaves out of the package (an entry with "!") stays out of the bundle, and so does what no server needs: types, the
  // examples of `groundplan demo`, and of `groundplan generate` the words for its model and what speaks through a proxy.
  const isNegated = (path) => path.startsWith("!");
  const needless = ["dist/types", "docs/plan/E00-examples", "src/agents/roles", "src/agents/prompts"];
  const proxy = readdirSync("dist/chunks").filter((chunk) => chunk.startsWith("undici-"));
  const leftOut = new Set([...needless, ...proxy.map((chunk) => join("dist/chunks", chunk))].map(normalize));
  const isExcluded = picomatch(files.filter(isNegated).map((path) => path.slice(1)));
  const isLeftOut = (source) => leftOut.has(normalize(source)) || isExcluded(normalize(source).replaceAll("\\", "/"));
  for (const path of [...files.filter((path) => !isNegated(path)), "package.json", "LICENSE", "README.md"])
    cpSync(path, join(stage, path), { recursive: true, filter: (source) => !isLeftOut(source) });
  writeFileSync(join(stage, "manifest.json"), `${JSON.stringify(await manifest(), null, 2)}\n`);
  run("validate", join(stage, "manifest.json"));
  run("pack", stage, target);
} finally {
  rmSync(stage, { recursive: true, force: true });
}

function run(...words) {
  execFileSync(process.execPath, [mcpb, ...words], { stdio: "inherit" });
}

async function manifest() {
  return {
    manifest_version: "0.3",
    name,
    display_name: name,
    version,
    description,
    author: { name: "The groundplan authors" },
    license,
    keywords,
    server: {
      type: "node",
      entry_point: "dist/cli.js",
      mcp_config: { command: "node", args: ["${__dirname}/dist/cli.js", "mcp", "--root", "${user_config.project}"] },
    },
    user_config: {
      project: { type: "directory", title: "Project", description: "The root of the project whose features are designed.", required: true },
    },
    tools: await listTools(),
    prompts_generated: true,
    compatibility: { platforms: ["darwin", "linux", "win32"], runtimes: { node: engines.node } },
  };
}

/** The server itself says which tools it has. */
async function listTools() {
  const client = new Client({ name: "groundplan-mcpb", version });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/cli.js", "mcp", "--root", "."] }));
  const { tools } = await client.listTools();
  await client.close();
  return tools.map((tool) => ({ name: tool.name, description: tool.description?.split(/(?<=\.)\s/)[0] }));
}
