import { Option } from "commander";
import { formatKey, hazardsOf, selectFeatures } from "../../core.ts";
import { reportHazards, reportHazardsMarkdown } from "../../report/hazards.ts";
import type { CommandModule } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import type { WorkspaceOptions } from "../io.ts";
import { reviewerOf } from "../reviewer.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  format: "text" | "json" | "markdown";
  json?: boolean;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[features...]", "keys, epics or paths; all features when there is none")
    .addOption(new Option("-f, --format <name>", "how the questions are written").choices(["text", "json", "markdown"]).default("text"))
    .option("--json", "short for --format json")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nAsks a design what goes wrong in production, by its own names and at most ten questions, the weightiest first: a call whose outcome nobody knows, a notice that comes twice or late, two writers of one state, a key that is repeated after a failure, a signal in the middle of the work, the day of release. Each is open until a passage of the design deals with it: an answer, a risk, or a departure with its reason.\n\nExamples:\n  $ groundplan hazards E01-F02\n  $ groundplan hazards E01-F02 --format markdown\n\nExit status: 0 every question is dealt with, 1 one is open, 2 a mistake in use.",
    )
    .action(async (features: string[], options: Options) => {
      const { workspace, context } = open(options, io);
      const reviewer = reviewerOf(workspace, context, io);
      const asked = await inTurn(selectFeatures(workspace, features, io.cwd), (key) => {
        const { model } = reviewer.review(key);
        return { key, folder: model.feature.folder, hazards: hazardsOf(model) };
      });
      const format = options.json ? "json" : options.format;
      if (format === "json")
        io.out(`${JSON.stringify({ version: 1, features: asked.map(({ key, hazards }) => ({ ...key, hazards })) }, null, 2)}\n`);
      for (const { key, folder, hazards } of format === "json" ? [] : asked) {
        const title = formatKey(key);
        if (format === "markdown") io.out(`## ${title}\n\n${reportHazardsMarkdown(hazards, folder)}\n`);
        else io.out(`${io.style.bold(title)}\n${reportHazards(hazards, folder, io.style)}\n`);
      }
      const isOpen = asked.some(({ hazards }) => hazards.some(({ answer }) => !answer));
      done(reviewer.status(isOpen ? 1 : 0));
    });
};
