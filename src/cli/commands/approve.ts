import { approveFeature, askGit, formatKey, KnownError, lackingApprovals, readFeature, review, selectFeatures } from "../../core.ts";
import { count } from "../../report/words.ts";
import type { CommandModule } from "../command.ts";
import type { WorkspaceOptions } from "../io.ts";
import { reviewerOf } from "../reviewer.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  as: string;
  by?: string;
}

const HELP = `
Records in the front matter of the design who approves, in which role, and which text: a hash of both documents without
front matter and derived parts. When the design changes afterwards, \`groundplan check\` and the page tell that it has
changed since. Roles that must approve before a design is finished are set by \`approvals\` in the configuration.

Examples:
  $ groundplan approve E01-F02 --as product
  $ groundplan approve E01-F02 --as security --by "Security Team"

Exit status: 0 recorded, 2 a mistake in use.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("<feature>", "key or path of one feature")
    .requiredOption("--as <role>", "the role in which you approve, for example product or security")
    .option("--by <name>", "who approves (default: the name that git knows)")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText("after", HELP)
    .action((target: string, options: Options) => {
      const { workspace, context } = open(options, io);
      const [key, second] = selectFeatures(workspace, [target], io.cwd);
      if (!key || second) throw new KnownError("target", `"${target}" means more than one feature`, "Name one feature: epic/feature.");
      const reviewer = reviewerOf(workspace, context, io);
      const { model, findings } = reviewer.review(key);
      const by = options.by ?? askGit(workspace.root, ["config", "user.name"])?.trim() ?? "";
      const file = approveFeature(workspace, model, { role: options.as, by, today: io.today() });
      io.out(`${formatKey(key)} is approved by ${by.trim()} as ${options.as}, see ${file}\n`);
      const errors = findings.filter(({ severity }) => severity === "error").length;
      if (errors > 0) io.err(`It has ${count(errors, "error")}: what mends them changes the text, and it is to be approved again.\n`);
      const lacking = lackingApprovals(review(readFeature(workspace, key), context).model);
      if (lacking.length > 0) io.err(`${lacking.join(", ")} must approve it too.\n`);
      done(reviewer.status(0));
    });
};
