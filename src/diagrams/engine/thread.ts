import { type MessagePort, workerData } from "node:worker_threads";
import { judge } from "./judge.ts";
import { findMistake } from "./mistakes/find.ts";

/** Looking for a mistake is a courtesy: it may not take longer than this, in milliseconds. */
const COURTESY = 500;

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array };

port.on("message", async (text: string) => {
  const parsed = await judge(text);
  if (parsed.problem) {
    const mistake = await findMistake(text, parsed.problem, async (mended) => (await judge(mended)).problem, performance.now() + COURTESY);
    if (mistake) parsed.problem.mistake = mistake;
  }
  port.postMessage(parsed);
  wake();
});
wake();

/** Whoever waits sleeps on this number, which grows with each answer; the first one says that the thread is there. */
function wake(): void {
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
}
