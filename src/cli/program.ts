import { Command, CommanderError } from "commander";
import { COMMANDS } from "./commands/index.ts";
import type { ExitStatus, Io } from "./io.ts";

/**
 * Runs the command that the words name. Only that command's module is loaded.
 *
 * @throws KnownError for a mistake that the command tells
 */
export async function run(words: readonly string[], io: Io): Promise<ExitStatus> {
  const program = new Command("groundplan")
    .description(
      "Takes a backend feature from its PRD to two design documents that can be trusted:\n02-architecture.md and 04-backend-design.md. Guides whoever writes them, and checks what was written.",
    )
    .version(io.version, "-V, --version")
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError("Run with --help for usage.")
    .addHelpText("after", HELP);
  let status: ExitStatus = 0;
  const named = words.find((word) => !word.startsWith("-"));
  for (const { name, summary, load } of COMMANDS) {
    const command = program.command(name).description(summary).exitOverride().showHelpAfterError("Run with --help for usage.");
    const isAsked = name === named || (named === "help" && words.includes(name));
    if (isAsked) {
      const { configure } = await load();
      configure(command, io, (result) => {
        status = result;
      });
    }
  }
  try {
    if (words.length === 0) {
      program.outputHelp({ error: true });
      return 2;
    }
    await program.parseAsync([...words], { from: "user" });
    return status;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    throw thrown;
  }
}

const HELP = `
A first round:
  $ groundplan new E01-shop/E01-F01-order-refunds   create the folder with PRD and research report
  $ groundplan next E01-F01                         what to write next, and from which facts
  $ groundplan draft E01-F01                        compose both documents from the inputs, without a model
  $ groundplan check                                check everything; exit status 1 when there are findings
  $ groundplan demo                                 watch the whole run on a worked example

Exit status: 0 clean, 1 findings, 2 a mistake in use, configuration or the environment,
3 a failure of groundplan itself; the highest counts.`;
