import { Worker } from "node:worker_threads";

/** What an expression may take with an attack; on a machine that has nothing else to do it is a tenth of it. */
export const LIMIT_MS = 2000;
const LENGTH = 100_000;

/** What the expressions of some files are given at most, in characters. */
const SHORTER = [
  // src/diagrams/engine/mistakes/find.ts looks at no text with a longer line.
  ["src/diagrams/engine/mistakes/", 400],
  // Mermaid draws nothing longer, and is ended after twenty seconds.
  ["src/diagrams/", 50_000],
  // The kinds of code are told apart line by line; a document with lines of 30,000 characters of these takes no longer.
  ["src/model/code/", 2_000],
  // What stands right before a word.
  ["src/guide/call.ts", 200],
  // The names of files.
  ["src/feature/explore.ts", 255],
];

/** @returns how long an attack on an expression can be where it stands. */
export function lengthAt({ place }) {
  return SHORTER.find(([begin]) => place.startsWith(begin))?.[1] ?? LENGTH;
}

/** @returns the text of an attack, in its full length. */
export function attackOf({ pumps, suffix }, length) {
  const repeats = Math.max(1, Math.floor(length / pumps.reduce((sum, [prefix, pump]) => sum + prefix.length + pump.length, 1)));
  return pumps.map(([prefix, pump]) => prefix + pump.repeat(repeats)).join("") + suffix;
}

/**
 * @returns the milliseconds of processor time that an expression takes with a text, however much else the machine has to do; infinity
 *   where it was not done in time. Nothing else may run in this process meanwhile.
 */
export function timeOf({ source, flags }, text, limit = LIMIT_MS) {
  const code = `
    const { parentPort, workerData: { source, flags, text } } = require("node:worker_threads");
    const began = process.cpuUsage();
    new RegExp(source, flags).test(text);
    parentPort.postMessage(process.cpuUsage(began));`;
  return new Promise((resolve, reject) => {
    const began = process.cpuUsage();
    const worker = new Worker(code, { eval: true, workerData: { source, flags, text } });
    const timer = setInterval(() => {
      if (msOf(process.cpuUsage(began)) < limit * 2) return;
      clearInterval(timer);
      worker.terminate().then(() => resolve(Number.POSITIVE_INFINITY), reject);
    }, 100);
    worker.on("message", (used) => {
      clearInterval(timer);
      resolve(msOf(used));
    });
    worker.on("error", (thrown) => {
      clearInterval(timer);
      reject(thrown);
    });
  });
}

const msOf = ({ user, system }) => (user + system) / 1000;
