import { basename, join, resolve, sep } from "node:path";
import { Option } from "commander";
import {
  formatKey,
  KnownError,
  languagesOf,
  type Reading,
  readFeature,
  readingsOf,
  readLoosePrd,
  reportReading,
  reportReadingMarkdown,
  review,
  selectFeatures,
  shownBlocks,
} from "../../core.ts";
import type { CommandModule } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import type { WorkspaceOptions } from "../io.ts";
import { loosePath } from "../loose-path.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  format: "text" | "json" | "markdown";
  json?: boolean;
}

interface Read {
  title: string;
  file: string;
  reading: Reading;
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("[targets...]", "keys, epics or paths of features, or the file of a PRD; all features when there is none")
    .addOption(new Option("-f, --format <name>", "how the reading is written").choices(["text", "json", "markdown"]).default("text"))
    .option("--json", "short for --format json")
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      "\nShows what was understood of each input: statements, exclusions, questions, and what was not understood.\n\nExamples:\n  $ groundplan read E01-F02\n  $ groundplan read docs/ideas/export.md --json\n\nExit status: 0 all of each PRD was understood, 1 something was not, 2 a mistake in use.",
    )
    .action(async (targets: string[], options: Options) => {
      const { workspace, context } = open(options, io);
      const plan = join(workspace.root, workspace.config.plan) + sep;
      const isLoose = (target: string) => {
        const path = loosePath(target, io.cwd);
        return path !== undefined && !path.startsWith(plan);
      };
      const loose = targets.filter(isLoose);
      const keys = targets.filter((target) => !loose.includes(target));
      const found: Read[] = [];
      for (const path of loose) {
        const { reading } = review(readLoosePrd(resolve(io.cwd, path), workspace.config), context).model;
        if (reading) found.push({ title: path, file: path, reading });
      }
      const features = targets.length > 0 && keys.length === 0 ? [] : selectFeatures(workspace, keys, io.cwd);
      await inTurn(features, (key) => {
        const { model } = review(readFeature(workspace, key), context);
        for (const reading of readingsOf(model))
          found.push({ title: `${formatKey(key)}: ${basename(reading.file)}`, file: reading.file, reading });
        return key;
      });
      if (found.length === 0)
        throw new KnownError("target", "there is no input to read", "Name a feature that has a PRD, or the file of a PRD.");
      const names = new Map(context.lexicon.languages.map(({ code, name }) => [code, name]));
      const format = options.json ? "json" : options.format;
      if (format === "json") io.out(`${JSON.stringify({ version: 1, documents: found.map(asData) }, null, 2)}\n`);
      for (const { title, reading } of format === "json" ? [] : found) {
        const languages = languagesOf(reading, names);
        if (format === "markdown") io.out(`## ${title}\n\n${reportReadingMarkdown(reading, languages)}\n`);
        else io.out(`${io.style.bold(title)}\n${reportReading(reading, languages, io.style)}\n`);
      }
      done(found.some(({ reading }) => reading.document === "prd" && reading.unread.length > 0) ? 1 : 0);
    });
};

function asData({ file, reading }: Read) {
  const { languages, unread } = reading;
  const told = unread.map(({ title, whole, blocks, text, place }) => ({ line: place.line, title, whole, blocks, text }));
  return { file, kind: reading.document, languages, blocks: shownBlocks(reading), unread: told };
}
