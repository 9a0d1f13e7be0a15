import { resolve } from "node:path";
import { Option } from "commander";
import { cacheFolder, surveyRepository } from "../../core.ts";
import { reportSurvey, reportSurveyMarkdown } from "../../report/survey.ts";
import type { CommandModule } from "../command.ts";
import { showProgress } from "../progress.ts";

interface Options {
  format: "text" | "json" | "markdown";
  json?: boolean;
  cache: boolean;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[folder]", "the repository, or a folder of it", ".")
    .addOption(new Option("-f, --format <name>", "how the facts are written").choices(["text", "json", "markdown"]).default("text"))
    .option("--json", "short for --format json")
    .option("--no-cache", "read every file again")
    .addHelpText(
      "after",
      "\nReads the code: languages, frameworks with versions, routes, commands with flags, tables as migrations leave them, types, events, codes, naming. What git ignores is not read. What cannot be read with certainty is listed as such.\n\nExamples:\n  $ groundplan survey\n  $ groundplan survey services/orders --format markdown\n\nExit status: 0 read, 2 a mistake in use.",
    )
    .action(async (folder: string, options: Options) => {
      const progress = showProgress("reading", io);
      const survey = await surveyRepository(resolve(io.cwd, folder), {
        cacheFolder: options.cache ? cacheFolder(io.env) : undefined,
        build: io.version,
        progress: progress.at,
      });
      progress.end();
      const format = options.json ? "json" : options.format;
      if (format === "json") io.out(`${JSON.stringify(survey, null, 2)}\n`);
      else io.out(format === "markdown" ? (reportSurveyMarkdown(survey) ?? "") : reportSurvey(survey, io.style));
      done(0);
    });
};
