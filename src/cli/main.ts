#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import pc from "picocolors";
import { KnownError } from "../errors.ts";
import { COMMANDS } from "./commands/index.ts";
import type { ExitStatus, Io } from "./io.ts";

declare const GROUNDPLAN_VERSION: string;

const { stdin, stdout, stderr, env } = process;
const colourful = env.NO_COLOR === undefined && stdout.isTTY === true && env.TERM !== "dumb";
const io: Io = {
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  cwd: process.cwd(),
  env,
  interactive: stderr.isTTY === true && env.CI === undefined,
  ...(stdin.isTTY && stderr.isTTY && env.CI === undefined && { ask }),
  style: pc.createColors(colourful),
  today: () => new Date().toISOString().slice(0, 10),
  version: GROUNDPLAN_VERSION,
  interrupt() {
    const controller = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
    return controller.signal;
  },
  entry: fileURLToPath(import.meta.url),
};

let answers: AsyncIterator<string> | undefined;

/** Lines that were typed ahead answer the next questions; the end of the input is an empty answer. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import("node:readline");
  stderr.write(question);
  answers ??= createInterface({ input: stdin, terminal: false })[Symbol.asyncIterator]();
  stdin.ref();
  const { value, done } = await answers.next();
  stdin.unref();
  return done ? "" : value;
}

/** Runs the command that the words name. Only that command's module is loaded. */
async function run(words: readonly string[]): Promise<ExitStatus> {
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
    if (!(thrown instanceof KnownError)) throw thrown;
    io.err(`${io.style.red("error:")} ${thrown.message}\n${thrown.advice}\n`);
    return 2;
  }
}

const HELP = `
A first round:
  $ groundplan new E01-shop/E01-F01-order-refunds   create the folder with PRD and research report
  $ groundplan next E01-F01                         what to write next, and from which facts
  $ groundplan draft E01-F01                        compose both documents from the inputs, without a model
  $ groundplan check                                check everything; exit status 1 when there are findings
  $ groundplan demo                                 watch the whole run on a worked example

Exit status: 0 clean, 1 findings, 2 a mistake in use, configuration or the environment.`;

// A reader that has seen enough, such as head, is no defect.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));
