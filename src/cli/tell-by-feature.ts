import { Option } from "commander";
import { formatKey, type Known, type Model, selectFeatures, type Workspace } from "../core.ts";
import type { Style } from "../report/style.ts";
import type { CommandModule } from "./command.ts";
import { inTurn } from "./in-turn.ts";
import type { WorkspaceOptions } from "./io.ts";
import { reviewerOf } from "./reviewer.ts";
import { open } from "./workspace.ts";

interface Options extends WorkspaceOptions {
  format: "text" | "json" | "markdown";
  json?: boolean;
  [variant: string]: unknown;
}

/** Something else that the same command tells, where an option asks for it. */
interface Variant {
  /** `--code` */
  option: string;
  about: string;
  /** Reads what it needs, once for all features. */
  open(workspace: Workspace, context: Known): Told<object>;
}

/** What a command tells of each feature. */
interface Telling<Facts> extends Told<Facts> {
  /** What is written, in the words of its option. */
  written: string;
  help: string;
}

/** How the facts of a feature are told. */
export interface Told<Facts> {
  /** The facts themselves, by their names in JSON. */
  facts(model: Model): Facts;
  text(facts: Facts, folder: string, style: Style): string;
  markdown(facts: Facts, folder: string): string;
  /** Something is left to do: the exit status is 1. */
  isOpen(facts: Facts): boolean;
  /** What is told once, after all features. */
  atEnd?(): string;
}

/** @returns a command that tells something of each feature that is named, or of all, as text, JSON or Markdown */
export function tellByFeature<Facts extends object>(usual: Telling<Facts>, variant?: Variant): CommandModule["configure"] {
  return (command, io, done) => {
    if (variant) command.option(variant.option, variant.about);
    command
      .argument("[features...]", "keys, epics or paths; all features when there is none")
      .addOption(new Option("-f, --format <name>", `how ${usual.written} written`).choices(["text", "json", "markdown"]).default("text"))
      .option("--json", "short for --format json")
      .option("--root <folder>", "root of the project (default: the project around the working directory)")
      .addHelpText("after", usual.help)
      .action(async (features: string[], options: Options) => {
        const { workspace, context } = open(options, io);
        const isVariant = variant !== undefined && options[variant.option.replace(/^--/, "")] === true;
        const telling = (isVariant ? variant.open(workspace, context) : usual) as Told<object>;
        const reviewer = reviewerOf(workspace, context, io);
        const told = await inTurn(selectFeatures(workspace, features, io.cwd), (key) => {
          const { model } = reviewer.review(key);
          return { key, folder: model.feature.folder, facts: telling.facts(model) };
        });
        const format = options.json ? "json" : options.format;
        if (format === "json")
          io.out(`${JSON.stringify({ version: 1, features: told.map(({ key, facts }) => ({ ...key, ...facts })) }, null, 2)}\n`);
        for (const { key, folder, facts } of format === "json" ? [] : told) {
          const title = formatKey(key);
          if (format === "markdown") io.out(`## ${title}\n\n${telling.markdown(facts, folder)}\n`);
          else io.out(`${io.style.bold(title)}\n${telling.text(facts, folder, io.style)}\n`);
        }
        if (format === "text" && telling.atEnd) io.out(telling.atEnd());
        done(reviewer.status(told.some(({ facts }) => telling.isOpen(facts)) ? 1 : 0));
      });
  };
}
