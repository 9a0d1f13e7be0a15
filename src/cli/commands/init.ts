import { Option } from "commander";
import { ASSISTANTS, initWorkspace } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import { type SetUpOptions, setUpAssistants } from "../init/set-up-assistants.ts";
import type { WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions, SetUpOptions {
  context?: boolean;
}

const HELP = `
Creates the folder of the plan with a README, and adds groundplan to the configuration of the AI coding
assistants that the project uses: asks for each file on a terminal; elsewhere creates .mcp.json, and changes
what exists with --yes only. Nothing that exists is overwritten: keys, comments, order and indentation stay.

Examples:
  $ groundplan init --dry-run
  $ groundplan init --assistant cursor vscode
  $ groundplan init --all --yes

What it wrote is proved: the server is started as the files say, and has to answer. Files that a team shares name the
project's own copy of groundplan where it is installed there, else this version of the package.

Exit status: 0, or 2 where a file cannot be changed safely (the lines to add by hand are printed then) or the server does
not answer.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .option("--context", "copy the templates and patterns into the project, to make them your own")
    .addOption(
      new Option("--assistant <name...>", "set these assistants up (default: those that the project uses)").choices(
        ASSISTANTS.map(({ id }) => id),
      ),
    )
    .addOption(new Option("--all", "set every assistant up").conflicts("assistant"))
    .option("-y, --yes", "ask nothing, and change files that exist as well")
    .option("--no-prove", "do not start the server to see whether it answers")
    .option("--dry-run", "show what would be created and changed, as a diff, and write nothing")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText("after", HELP)
    .action(async (options: Options) => {
      const { workspace } = open(options, io);
      const { created, kept } = initWorkspace(workspace, { context: options.context === true, dryRun: options.dryRun === true });
      for (const file of created) io.out(`${options.dryRun ? "would create" : "created"} ${file}\n`);
      for (const file of kept) io.out(`kept ${file}, which exists\n`);
      const safe = await setUpAssistants(workspace, options, io);
      io.out("\nNext: groundplan new <epic>/<feature>, for example E01-shop/E01-F01-order-refunds\n");
      done(safe ? 0 : 2);
    });
};
