import { initWorkspace } from "../../index.ts";
import type { WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";
import type { CommandModule } from "./index.ts";

interface Options extends WorkspaceOptions {
  context?: boolean;
  dryRun?: boolean;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .option("--context", "copy the templates and patterns into the project, to make them your own")
    .option("--dry-run", "show what would be created, and create nothing")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nCreates the folder of the plan with a README, and .mcp.json for assistants that read it.\nNothing that exists is overwritten.\n\nExample:\n  $ groundplan init --dry-run",
    )
    .action((options: Options) => {
      const { workspace } = open(options, io);
      const { created, kept } = initWorkspace(workspace, { context: options.context === true, dryRun: options.dryRun === true });
      for (const file of created) io.out(`${options.dryRun ? "would create" : "created"} ${file}\n`);
      for (const file of kept) io.out(`kept ${file}, which exists\n`);
      io.out("\nNext: groundplan new <epic>/<feature>, for example E01-shop/E01-F01-order-refunds\n");
      done(0);
    });
};
