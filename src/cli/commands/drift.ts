import { Option } from "commander";
import { cacheFolder, driftOf, formatKey, readFeature, review, selectFeatures, surveyRepository } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import type { WorkspaceOptions } from "../io.ts";
import { showProgress } from "../progress.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  format: "text" | "json";
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[features...]", "keys, epics or paths; all features when there is none")
    .addOption(new Option("-f, --format <name>", "how the differences are written").choices(["text", "json"]).default("text"))
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nCompares designs with the code: routes and structures that are built otherwise, and what is not built yet. A difference that\nthe part on Departures and Open Questions names is accepted.\n\nExamples:\n  $ groundplan drift\n  $ groundplan drift E01-F02 --format json\n\nExit status: 0 nothing has drifted, 1 something is built otherwise, 2 a mistake in use.",
    )
    .action(async (features: string[], options: Options) => {
      const { workspace, context } = open(options, io);
      const progress = showProgress("reading", io);
      const survey = await surveyRepository(workspace.root, { cacheFolder: cacheFolder(io.env), build: io.version, progress: progress.at });
      progress.end();
      const reports = await inTurn(selectFeatures(workspace, features, io.cwd), (key) => ({
        key,
        ...driftOf(review(readFeature(workspace, key), context).model, survey),
      }));
      if (options.format === "json") io.out(`${JSON.stringify({ version: 1, features: reports }, null, 2)}\n`);
      else
        for (const { key, state, drifts } of reports) {
          io.out(`${io.style.bold(formatKey(key))}  ${state}\n`);
          for (const { kind, text, design, code, accepted } of drifts)
            io.out(
              `  ${design.file}:${design.line}  ${kind}${accepted ? " (accepted)" : ""}  ${text}${code ? `  ${code.file}:${code.line}` : ""}\n`,
            );
        }
      done(reports.some(({ state }) => state === "drifted") ? 1 : 0);
    });
};
