import { cacheFolder, KnownError, selectFeatures, surveyRepository, writeResearch } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { WorkspaceOptions } from "../io.ts";
import { showProgress } from "../progress.ts";
import { open } from "../workspace.ts";

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("<feature>", "key or path of one feature")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nWrites the research report from the code: stack with versions, conventions as measured, routes, commands, tables and types\nthat the PRD's words name, each with a link to its line. Rows and text that a person has written stay.\n\nExample:\n  $ groundplan research E01-F02\n\nExit status: 0 written, 2 a mistake in use.",
    )
    .action(async (target: string, options: WorkspaceOptions) => {
      const { workspace, context } = open(options, io);
      const [key, second] = selectFeatures(workspace, [target], io.cwd);
      if (!key || second) throw new KnownError("target", `"${target}" means more than one feature`, "Name one feature: epic/feature.");
      const progress = showProgress("reading", io);
      const survey = await surveyRepository(workspace.root, { cacheFolder: cacheFolder(io.env), build: io.version, progress: progress.at });
      progress.end();
      io.out(`wrote ${writeResearch(workspace, context, key, survey, io.today()).file}\n`);
      done(0);
    });
};
