import { readFeatureFacts, renderOverview, reviewSystem, saveOverview, selectFeatures, unifiedDiff } from "../../core.ts";
import { reportFindingList } from "../../report/finding-list.ts";
import { count } from "../../report/words.ts";
import type { CommandModule } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import type { ExitStatus, Io, WorkspaceOptions } from "../io.ts";
import { reviewerOf } from "../reviewer.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  check?: boolean;
  dryRun?: boolean;
  force?: boolean;
  json?: boolean;
}

const HELP = `
Writes one page from the documents of all features: components and their owners, a diagram of the whole, integrations,
events, interfaces, data stores, technologies, patterns, error codes, decisions. The template system-patterns.md says
which sections there are. Sections without facts are yours: write between the keep marks, and the text stays, byte for
byte. A page that was edited elsewhere, or whose marks are damaged, is not touched.

It also tells where two features contradict each other; so does \`groundplan check\` when it is called without a feature.

Examples:
  $ groundplan system --dry-run      what would change, as a diff
  $ groundplan system
  $ groundplan system --check        for CI: is the page fresh, and do the features agree

Exit status: 0 done; with --check 1 when the page is stale or there is a finding at error level; 2 a mistake in use,
a page that cannot be taken apart, or the environment.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .option("--check", "write nothing; exit status 1 when the page is stale or features contradict each other")
    .option("--dry-run", "show the changes as a diff, write nothing")
    .option("--force", "write although the page was edited outside of the keep marks; these edits are lost")
    .option("--json", "all facts and findings as data for scripts")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText("after", HELP)
    .action(async (options: Options) => done(await system(options, io)));
};

async function system(options: Options, io: Io): Promise<ExitStatus> {
  const { workspace, context } = open(options, io);
  const reviewer = reviewerOf(workspace, context, io);
  const features = await inTurn(selectFeatures(workspace, [], io.cwd), (key) => readFeatureFacts(reviewer.review(key).model));
  const overview = renderOverview(workspace, context, features, options.force === true);
  const { findings } = reviewSystem(features, context);
  const { file, before, text } = overview;
  const fresh = before === text;
  const writes = !fresh && !options.check && !options.dryRun;
  if (writes) saveOverview(workspace, overview);
  const state = fresh ? "fresh" : writes ? "written" : "stale";
  if (options.json) io.out(`${JSON.stringify({ version: 1, page: { file, state }, findings, system: overview.system }, null, 2)}\n`);
  else {
    if (options.dryRun) io.out(unifiedDiff(file, before, text));
    else io.out(TOLD[state](file));
    (options.dryRun ? io.err : io.out)(reportFindingList(findings, `across ${count(features.length, "feature")}`, io.style));
  }
  return reviewer.status(options.check && (!fresh || findings.some(({ severity }) => severity === "error")) ? 1 : 0);
}

const TOLD = {
  fresh: (file: string) => `${file} is fresh\n`,
  written: (file: string) => `wrote ${file}\n`,
  stale: (file: string) => `${file} is stale: run groundplan system\n`,
};
