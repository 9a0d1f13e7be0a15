import { InvalidArgumentError } from "commander";
import {
  createInputs,
  INTERFACE_KINDS,
  type InterfaceKind,
  KnownError,
  keyToBegin,
  listFeatures,
  refuseTwinInCapitals,
  startOutputs,
} from "../../core.ts";
import type { CommandModule } from "../command.ts";
import type { WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";

interface Options extends WorkspaceOptions {
  title?: string;
  interfaces?: InterfaceKind[];
}

export const configure: CommandModule["configure"] = (command, io, done) => {
  command
    .argument("<key>", "epic and feature, for example E01-shop/E01-F02-order-refunds")
    .option("--title <title>", "the feature's title (default: made from the key)")
    .option(
      "--interfaces <kinds>",
      `kinds of interface, separated by commas: ${INTERFACE_KINDS.join(", ")}; creates the outputs as well`,
      parseKinds,
    )
    .option("--root <folder>", "root of the project (default: the project around the working directory)")
    .addHelpText(
      "after",
      '\nExamples:\n  $ groundplan new E01-shop/E01-F02-order-refunds --title "Order refunds"\n  $ groundplan new E01-shop/E01-F03-export --interfaces cli\n\nNothing that exists is overwritten.',
    )
    .action((word: string, options: Options) => {
      const { workspace, context } = open(options, io);
      const [epic, feature] = parseKey(word);
      const all = listFeatures(workspace);
      refuseTwinInCapitals({ epic, feature }, all);
      const key = keyToBegin(all, epic, feature);
      const start = { key, title: options.title, interfaces: options.interfaces ?? [], today: io.today() };
      const created = [...createInputs(workspace, context, start), ...(options.interfaces ? startOutputs(workspace, context, start) : [])];
      if (created.length === 0) io.out("Everything is there already; nothing was written.\n");
      for (const file of created) io.out(`created ${file}\n`);
      io.out(`\nFill the PRD and the research report, then run: groundplan next ${key.feature}\n`);
      done(0);
    });
};

/** Epic and feature are separated by one slash. */
function parseKey(word: string): [epic: string, feature: string] {
  const parts = word.split("/");
  if (parts.length !== 2)
    throw new KnownError(
      "key",
      `unexpected key "${word}"`,
      "Name epic and feature, separated by one slash: E01-shop/E01-F02-order-refunds.",
    );
  return [parts[0] ?? "", parts[1] ?? ""];
}

/** @throws InvalidArgumentError that names the kinds there are */
export function parseKinds(text: string): InterfaceKind[] {
  const kinds = text.split(",").map((kind) => kind.trim().toLowerCase());
  for (const kind of kinds) {
    if (!(INTERFACE_KINDS as readonly string[]).includes(kind))
      throw new InvalidArgumentError(`Unexpected kind "${kind}", expected any of ${INTERFACE_KINDS.join(", ")}.`);
  }
  return kinds as InterfaceKind[];
}
