import { Option } from "commander";
import {
  asOf,
  changesBetween,
  type Feature,
  type FeatureKey,
  formatKey,
  type InterfaceChange,
  type InterfaceFacts,
  readFeature,
  reportChangesMarkdown,
  review,
  selectFeatures,
  wordChange,
} from "../../core.ts";
import type { CommandModule } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import type { WorkspaceOptions } from "../io.ts";
import { revisionAt } from "../revision.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  format: "text" | "json" | "markdown";
  json?: boolean;
}

const HELP = `
Compares the interfaces, structures and error codes of each design with those at a commit or branch, and says of each
change whether it breaks those who use them: what they send is refused, or what they wait for does not come.

Examples:
  $ groundplan diff origin/main
  $ groundplan diff v1.4.0 E01-F02 --format markdown

Exit status: 0 nothing breaks, 1 a change does, 2 a mistake in use.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("<revision>", "commit, tag or branch to compare with")
    .argument("[features...]", "keys, epics or paths; all features when there is none")
    .addOption(new Option("-f, --format <name>", "how the changes are written").choices(["text", "json", "markdown"]).default("text"))
    .option("--json", "short for --format json")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText("after", HELP)
    .action(async (ref: string, features: string[], options: Options) => {
      const { workspace, context } = open(options, io);
      const revision = revisionAt(workspace.root, ref);
      const facts = (feature: Feature): InterfaceFacts => review(feature, context).model.backend;
      const all = await inTurn(selectFeatures(workspace, features, io.cwd), (key) => {
        const now = readFeature(workspace, key);
        return { key, changes: changesBetween(facts(asOf(workspace, now, revision.text)), facts(now)) };
      });
      const changed = all.filter(({ changes }) => changes.length > 0);
      const format = options.json ? "json" : options.format;
      if (format === "json") io.out(`${JSON.stringify({ version: 1, since: ref, features: changed.map(asData) }, null, 2)}\n`);
      else if (changed.length === 0) io.out(`No interface has changed since ${ref}.\n`);
      else if (format === "markdown") io.out(changed.map(({ key, changes }) => reportChangesMarkdown(formatKey(key), changes)).join("\n"));
      else
        for (const { key, changes } of changed) {
          io.out(`${io.style.bold(formatKey(key))}\n`);
          for (const change of changes) {
            const mark = change.breaking ? io.style.red("breaks") : io.style.green("fits  ");
            io.out(`  ${mark}  ${wordChange(change)}\n          ${io.style.dim(change.because)}\n`);
          }
        }
      done(changed.some(({ changes }) => changes.some(({ breaking }) => breaking)) ? 1 : 0);
    });
};

function asData({ key, changes }: { key: FeatureKey; changes: InterfaceChange[] }) {
  return { ...key, breaking: changes.filter(({ breaking }) => breaking).length, changes };
}
