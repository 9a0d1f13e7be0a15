import { type Derived, deriveParts, formatKey, readFeature, review, selectFeatures, staleParts } from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { WorkspaceOptions } from "../io.ts";
import { openWithCode } from "../workspace.ts";

interface SyncOptions extends WorkspaceOptions {
  check?: boolean;
  json?: boolean;
}

const HELP = `
Writes in both documents what follows from the rest: Requirements Coverage from where requirements are answered, Related Documents
from the documents that exist. The front matter names these sections ("derived"). One that you edit is yours, and stays as it is.
Assistants that write through the MCP server have this done with every write.

Examples:
  $ groundplan sync
  $ groundplan sync E01-F02
  $ groundplan sync --check        write nothing; exit status 1 where something is out of date, for CI

Exit status: 0 up to date, 1 with --check where something is not, 2 a mistake in use.`;

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[features...]", "keys or paths; all features where none is named")
    .option("--check", "write nothing, and tell what is out of date")
    .option("--json", "as data for scripts")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText("after", HELP)
    .action(async (features: string[], options: SyncOptions) => {
      const { workspace, context } = await openWithCode(options, io);
      const keys = selectFeatures(workspace, features, io.cwd);
      const told = keys.flatMap((key) => {
        const derived = options.check
          ? staleParts(review(readFeature(workspace, key), context))
          : deriveParts(workspace, context, key).derived;
        return derived.map((one) => ({ ...key, ...one }));
      });
      if (options.json) io.out(`${JSON.stringify({ version: 1, derived: told }, null, 2)}\n`);
      else if (told.length === 0)
        io.out(`Up to date in ${keys.length === 1 ? formatKey(keys[0] as (typeof keys)[number]) : `${keys.length} features`}.\n`);
      else for (const one of told) io.out(`${options.check ? "out of date in" : "wrote"} ${one.file}: ${wordSections(one)}\n`);
      done(options.check && told.length > 0 ? 1 : 0);
    });
};

function wordSections({ sections, removed }: Derived): string {
  const closer = removed > 0 ? [`${removed} blank lines that its layout has too many`] : [];
  return sections.length + removed > 0
    ? [...sections, ...closer].join(", ")
    : "the front matter no longer names a section that a person has edited";
}
