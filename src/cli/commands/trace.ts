import { Option } from "commander";
import { formatKey, selectFeatures, traceExcluded, traceRequirements } from "../../core.ts";
import { reportTrace, reportTraceMarkdown } from "../../report/trace.ts";
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
    .addOption(new Option("-f, --format <name>", "how the matrix is written").choices(["text", "json", "markdown"]).default("text"))
    .option("--json", "short for --format json")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nShows each requirement of the PRD with its state and the sections of both documents that answer it: open, listed (only a row claims it), answered, agreeing (with all that it states literally), declined (by a departure, with its reason). What refines a requirement stands below it and is answered with it, unless what it states literally is missing; what the PRD excludes stands at the end.\n\nExamples:\n  $ groundplan trace E01-F02\n  $ groundplan trace E01-F02 --format markdown\n\nExit status: 0 every requirement is answered, 1 one is open or none was read, 2 a mistake in use.",
    )
    .action(async (features: string[], options: Options) => {
      const { workspace, context } = open(options, io);
      const reviewer = reviewerOf(workspace, context, io);
      const traced = await inTurn(selectFeatures(workspace, features, io.cwd), (key) => {
        const { model } = reviewer.review(key);
        return { key, folder: model.feature.folder, traces: traceRequirements(model), excluded: traceExcluded(model) };
      });
      const format = options.json ? "json" : options.format;
      if (format === "json")
        io.out(
          `${JSON.stringify({ version: 1, features: traced.map(({ key, traces, excluded }) => ({ ...key, requirements: traces, excluded })) }, null, 2)}\n`,
        );
      for (const { key, folder, traces, excluded } of format === "json" ? [] : traced) {
        const title = formatKey(key);
        if (format === "markdown") io.out(`## ${title}\n\n${reportTraceMarkdown(traces, excluded, folder)}\n`);
        else io.out(`${io.style.bold(title)}\n${reportTrace(traces, excluded, folder, io.style)}\n`);
      }
      const isOpen = traced.some(({ traces }) => traces.length === 0 || traces.some(({ state }) => state === "open"));
      done(reviewer.status(isOpen ? 1 : 0));
    });
};
