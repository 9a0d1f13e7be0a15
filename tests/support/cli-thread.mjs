// Runs the built command again and again in one thread: its modules are loaded once and stay warm, and each run evaluates the command's
// own file anew, with its words, folder, variables and outputs, as a process of its own would.
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

const { command, signal } = workerData;
const { href } = pathToFileURL(command);
const plainExit = process.exit;
let count = 0;

// A thread has variables of its own, and a home that is the process's.
const { homedir } = os;
os.homedir = () => (process.platform === "win32" ? process.env.USERPROFILE : process.env.HOME) ?? homedir();
syncBuiltinESMExports();

parentPort.on("message", async ({ args, cwd, env, port }) => {
  const told = { out: [], err: [] };
  const ended = new Promise((resolve) => {
    process.exit = (status) => resolve(status ?? process.exitCode ?? 0);
  });
  process.argv = [process.execPath, command, ...args];
  process.cwd = () => cwd;
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = undefined;
  process.stdout.write = into(told.out);
  process.stderr.write = into(told.err);
  const status = await Promise.race([import(`${href}?run=${++count}`).then(() => process.exitCode ?? 0), ended]);
  for (const event of ["uncaughtException", "unhandledRejection", "SIGINT", "SIGTERM"]) process.removeAllListeners(event);
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners("error");
  process.exit = plainExit;
  process.exitCode = undefined;
  const text = (chunks) => Buffer.concat(chunks).toString("utf8");
  port.postMessage({ status: Number(status), out: text(told.out), err: text(told.err) });
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

/** Stands for the write of a stream that never fails. */
function into(chunks) {
  return (chunk, encoding, done) => {
    chunks.push(Buffer.from(chunk));
    const told = typeof encoding === "function" ? encoding : done;
    if (told) queueMicrotask(told);
    return true;
  };
}
