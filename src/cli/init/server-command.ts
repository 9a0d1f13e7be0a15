import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ServerCommand } from "../../core.ts";

/** Where a package manager puts groundplan within a project. */
const INSTALLED = "node_modules/groundplan/dist/cli.js";

/** How assistants start the server, and what has to be true where they do. */
export interface SharedCommand extends ServerCommand {
  needs: string;
}

/**
 * Files that a team shares name the project's own copy where it has one, and otherwise this version of the package: a name
 * without a version would run whatever bears it.
 */
export function sharedCommand(root: string, version: string): SharedCommand {
  if (existsSync(join(root, INSTALLED)))
    return { command: "node", args: [INSTALLED, "mcp"], needs: "Node 20.19 or later, and the project's packages installed (npm ci)" };
  return {
    command: "npx",
    args: ["-y", `groundplan@${version}`, "mcp"],
    needs: `Node 20.19 or later, and groundplan ${version} in the registry that npm uses there; on Windows without WSL, write "cmd" as the command and "/c", "npx" before the other arguments`,
  };
}
