import { DEFAULTS, findRoot } from "../../index.ts";
import type { WorkspaceOptions } from "../io.ts";
import type { CommandModule } from "./index.ts";

export const configure: CommandModule["configure"] = (command, io) => {
  command
    .option("--root <folder>", "root of the project (default: CLAUDE_PROJECT_DIR, or the project around the working directory)")
    .addHelpText(
      "after",
      "\nSpeaks the Model Context Protocol on stdin and stdout; an assistant starts it. For Claude Code:\n  $ claude mcp add groundplan -- npx -y groundplan mcp\n`groundplan init` adds it to the configuration of other assistants.",
    )
    .action(async ({ root }: WorkspaceOptions) => {
      const { serve } = await import("../../mcp/serve.ts");
      const told = io.env.CLAUDE_PROJECT_DIR;
      const [folder, source] = root
        ? [root, "--root"]
        : told
          ? [told, "CLAUDE_PROJECT_DIR"]
          : [findRoot(io.cwd, DEFAULTS.plan), "working directory"];
      serve({ root: folder, source, today: io.today, version: io.version });
    });
};
