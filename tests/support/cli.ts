import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";

export interface CliResult {
  status: number | null;
  out: string;
  err: string;
}

type Variables = Readonly<Record<string, string>>;

/** Runs the built command as a person does, in a folder and in a process of its own. */
export function startCli(args: readonly string[], cwd: string, env: Variables = {}): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("dist/cli.js"), ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, out: stdout, err: stderr };
}

let thread: { worker: Worker; signal: Int32Array } | undefined;

/**
 * Runs the built command in a folder, in a thread that the tests of a file share: what a process takes to load all that a check needs is
 * most of its time. Where the process is what is tested, see {@link startCli}.
 */
export function runCli(args: readonly string[], cwd: string, env: Variables = {}): CliResult {
  thread ??= openThread();
  const { worker, signal } = thread;
  const { port1, port2 } = new MessageChannel();
  Atomics.store(signal, 0, 0);
  worker.postMessage({ args, cwd, env: { ...process.env, ...env }, port: port2 }, [port2]);
  if (Atomics.wait(signal, 0, 0, 100_000) === "timed-out") throw new Error(`no end of groundplan ${args.join(" ")}`);
  const { message } = receiveMessageOnPort(port1) as { message: CliResult };
  port1.close();
  return message;
}

function openThread(): { worker: Worker; signal: Int32Array } {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { command: resolve("dist/cli.js"), signal };
  const worker = new Worker(resolve("tests/support/cli-thread.mjs"), { workerData, execArgv: [] });
  worker.unref();
  return { worker, signal };
}

const { version } = JSON.parse(readFileSync("node_modules/mermaid/package.json", "utf8"));

/** What `check` prints of one feature that is clean. */
export const NO_FINDINGS = `No findings in 1 feature. (Mermaid ${version})\n`;
