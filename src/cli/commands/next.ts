import { fileName, KnownError, nextStep, type OpenDecision, openDecisions, selectFeatures } from "../../core.ts";
import { reportBrief } from "../../report/brief.ts";
import type { CommandModule } from "../command.ts";
import type { WorkspaceOptions } from "../io.ts";
import { reviewerOf } from "../reviewer.ts";
import { openWithCode } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  json?: boolean;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("<feature>", "key or path of one feature")
    .option("--json", "as data for scripts")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nThe brief names the step, the section to write, its guidance and shape, its share of the lines,\nthe facts of the inputs that it must use, and what counts as done. What a draft leaves to decide stands below it, the\nweightiest first.\n\nExample:\n  $ groundplan next E01-F02",
    )
    .action(async (feature: string, options: Options) => {
      const { workspace, context } = await openWithCode(options, io);
      const [key, second] = selectFeatures(workspace, [feature], io.cwd);
      if (!key || second) throw new KnownError("target", `"${feature}" means more than one feature`, "Name one feature: epic/feature.");
      const reviewer = reviewerOf(workspace, context, io);
      const review = reviewer.review(key);
      const brief = nextStep(review);
      const decisions = openDecisions(review.model);
      if (options.json) io.out(`${JSON.stringify({ version: 1, ...key, finished: brief === undefined, brief, decisions }, null, 2)}\n`);
      else io.out(brief ? `${reportBrief(brief)}${reportDecisions(decisions)}` : "Every gate holds: the feature is finished.\n");
      done(reviewer.status(0));
    });
};

/** As Markdown, like the brief above it. */
function reportDecisions(open: readonly OpenDecision[]): string {
  if (open.length === 0) return "";
  const items = open.map(
    ({ file, line, section, question }, index) => `${index + 1}. ${question} (${fileName(file)}:${line}, ${section})\n`,
  );
  return `\n## To decide, the weightiest first\n\n${items.join("")}`;
}
