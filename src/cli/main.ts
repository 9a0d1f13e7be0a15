#!/usr/bin/env node
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { KnownError } from "../core.ts";
import { DEFECT } from "./defect.ts";
import type { ExitStatus, Io } from "./io.ts";
import { guardOutput } from "./output.ts";
import { voiceOf } from "./voice.ts";

declare const GROUNDPLAN_VERSION: string;
declare const MERMAID_VERSION: string;

const { stdin, stdout, stderr, env } = process;
// By its own convention, the variable counts where it says something.
const colourful = !env.NO_COLOR && stdout.isTTY === true && env.TERM !== "dumb";
const voice = voiceOf(colourful, randomBytes(6).toString("hex"));
const words = process.argv.slice(2);
const output = guardOutput(stdout, stderr, (least) => {
  // What goes on until it is ended would print for nobody.
  if (words[0] === "mcp" || words.includes("--watch")) process.exit(least);
  // The error may come behind the command's own status.
  if (process.exitCode !== undefined) process.exitCode = Math.max(Number(process.exitCode), least);
});
const io: Io = {
  out: (text, commands = false) => output.out(voice.show(text, commands)),
  err: (text) => void stderr.write(voice.show(text, false)),
  clearLine: voice.clearLine,
  cwd: process.cwd(),
  env,
  interactive: stderr.isTTY === true && env.CI === undefined,
  ...(stdin.isTTY && stderr.isTTY && env.CI === undefined && { ask }),
  style: voice.style,
  today: () => new Date().toISOString().slice(0, 10),
  version: GROUNDPLAN_VERSION,
  mermaid: MERMAID_VERSION,
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

async function main(words: readonly string[]): Promise<ExitStatus> {
  try {
    // An assistant starts the server with these words alone, and waits for it: what reads options is not loaded.
    if (words[0] === "mcp" && (words.length === 1 || (words.length === 3 && words[1] === "--root"))) {
      await (await import("./serve.ts")).serveStdio(words[2], io);
      return 0;
    }
    return await (await import("./program.ts")).run(words, io);
  } catch (thrown) {
    if (!(thrown instanceof KnownError)) return tellDefect(thrown);
    io.err(`${io.style.red("error:")} ${thrown.message.replaceAll("\n", "\\n")}\n${thrown.advice}\n`);
    return 2;
  }
}

/** A failure of groundplan itself is no finding: it has a status of its own, whatever else was told. */
function tellDefect(thrown: unknown): 3 {
  const [cause = "", ...frames] = (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)).split("\n");
  io.err(`${io.style.red("internal error:")} ${[cause, ...frames.slice(0, 4)].join("\n")}\n${DEFECT}\n`);
  return 3;
}

for (const event of ["uncaughtException", "unhandledRejection"] as const) process.on(event, (thrown) => process.exit(tellDefect(thrown)));

process.exitCode = output.statusAfter(await main(words));
