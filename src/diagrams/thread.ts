import { join } from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { packageRoot } from "../context/package-root.ts";
import type { Parsed } from "./types.ts";

/**
 * The longest that Mermaid may take over one diagram, in milliseconds, also on a machine that has much else to do;
 * a class diagram of 2,000 classes takes 4,300 on one that has not.
 */
const PATIENCE = 20_000;
/** The longest that the thread may take to load Mermaid, on a machine that has much else to do. */
const START = 60_000;
const MEMORY_MIB = 512;

interface Thread {
  worker: Worker;
  port: MessagePort;
  /** Grows with each answer. */
  signal: Int32Array;
}

let running: Thread | undefined;

/**
 * Has Mermaid read a text in a thread of its own, and sleeps until it has: a text that Mermaid does not get done
 * with costs a thread, and not the program.
 *
 * @returns nothing where Mermaid takes too long or too much memory
 * @throws Error where the thread cannot be started
 */
export function askThread(text: string): Parsed | undefined {
  running ??= start();
  const { port, signal } = running;
  const answered = Atomics.load(signal, 0);
  port.postMessage(text);
  Atomics.wait(signal, 0, answered, PATIENCE);
  const answer = receiveMessageOnPort(port) as { message: Parsed } | undefined;
  if (!answer) stop();
  return answer?.message;
}

function start(): Thread {
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(join(packageRoot(), "dist", "mermaid", "thread.js"), {
    workerData: { port: port2, signal },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
    // Documents are untrusted: their diagrams are read where no key is.
    env: {},
    execArgv: [],
  });
  worker.unref();
  // What ends the thread is told by the answer that does not come.
  worker.on("error", () => {});
  port1.unref();
  if (Atomics.wait(signal, 0, 0, START) === "timed-out") {
    void worker.terminate();
    throw new Error("Mermaid's parser did not start: dist/mermaid is missing or broken; install groundplan again.");
  }
  return { worker, port: port1, signal };
}

function stop(): void {
  void running?.worker.terminate();
  running = undefined;
}
