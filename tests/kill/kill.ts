import { fork } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Random } from "../fuzz/random.ts";
import { type Files, filesIn, leftIn } from "./files.ts";
import type { Begun } from "./save.ts";

/** What came of the kills of one operation. */
export interface Killed {
  kills: number;
  /** Calls that change the disk in one undisturbed run: so many moments there are to be killed at. */
  calls: number;
  /** The kills that hit while a file was being written: a lock or a temporary file stood there. */
  midst: number;
  /** What did not hold, in words. */
  problems: string[];
}

/** How an operation goes when nobody disturbs it. */
interface Reference {
  /** All that a file may be, by its path; absent is a state as well. */
  states: ReadonlyMap<string, ReadonlySet<string | undefined>>;
  last: Files;
  took: number;
}

/** Who is killed. */
export interface Victim {
  /** The bundle that it runs from. */
  file: string;
  name: string;
  /** Brings an empty folder to where work can begin. */
  furnish(root: string): void;
  begin(root: string): Begun;
}

/**
 * Has an operation killed in a process of its own, many times over. After each kill every file is an old or a new one, the
 * next run gets through at once and ends where an undisturbed one does, and the next write leaves nothing lying about.
 *
 * @param random where it is given, every other kill comes at any time, and not right before a call that changes the disk
 */
export async function killOften(victim: Victim, kills: number, random?: Random): Promise<Killed> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "groundplan-kill-")));
  try {
    victim.furnish(root);
    const begun = victim.begin(root);
    begun.reset();
    const reference = observe(root, begun);
    begun.reset();
    const calls = await countCalls(victim, root);
    const killed: Killed = { kills, calls, midst: 0, problems: [] };
    for (let kill = 0; kill < kills; kill++) {
      begun.reset();
      if (random && kill % 2 === 1) await killAfter(victim, root, (random.below(1000) / 1000) * reference.took);
      else await killAt(victim, root, 1 + (random ? random.below(calls) : Math.floor((kill * calls) / kills)));
      if (leftIn(root).length > 0) killed.midst++;
      killed.problems.push(...torn(root, reference), ...finish(root, begun, reference), ...clearUp(root, begun));
    }
    return killed;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function observe(root: string, { steps }: Begun): Reference {
  const seen = [filesIn(root)];
  const began = performance.now();
  for (const _ of steps()) seen.push(filesIn(root));
  const took = performance.now() - began;
  const last = filesIn(root);
  const paths = new Set([...seen, last].flatMap((files) => [...files.keys()]));
  return { states: new Map([...paths].map((path) => [path, new Set([...seen, last].map((files) => files.get(path)))])), last, took };
}

/** @returns how often an undisturbed run changes the disk */
function countCalls({ file, name }: Victim, root: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(file, [name, root, "0"]);
    child.on("message", (calls) => resolve(Number(calls)));
    child.on("exit", (code) => (code === 0 ? undefined : reject(new Error(`${name} ended with ${code}`))));
  });
}

function killAt({ file, name }: Victim, root: string, call: number): Promise<void> {
  return untilKilled(fork(file, [name, root, String(call)]), name);
}

function killAfter({ file, name }: Victim, root: string, delay: number): Promise<void> {
  const child = fork(file, [name, root]);
  child.on("message", () => setTimeout(() => child.kill("SIGKILL"), delay));
  return untilKilled(child, name);
}

function untilKilled(child: ReturnType<typeof fork>, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("exit", (code, signal) => (signal === "SIGKILL" ? resolve() : reject(new Error(`${name} ended with ${code} by itself`))));
  });
}

function torn(root: string, { states }: Reference): string[] {
  const files = filesIn(root);
  const strange = [...files.keys()].filter((path) => !states.has(path)).map((path) => `${path} is no file of this operation`);
  return [
    ...strange,
    ...[...states].flatMap(([path, allowed]) => (allowed.has(files.get(path)) ? [] : [`${path} is neither old nor new`])),
  ];
}

/** Does the operation to its end, as the person would who starts it again. */
function finish(root: string, { steps }: Begun, { last }: Reference): string[] {
  try {
    for (const _ of steps());
  } catch (thrown) {
    return [`the next run: ${thrown instanceof Error ? thrown.message : String(thrown)}`];
  }
  const files = filesIn(root);
  return [...last].filter(([path, text]) => files.get(path) !== text).map(([path]) => `${path} is not what the next run should leave`);
}

/** What a kill has left beside a file that was whole already goes with the next write of that file. */
function clearUp(root: string, { reset, steps }: Begun): string[] {
  if (leftIn(root).length === 0) return [];
  reset();
  for (const _ of steps());
  return leftIn(root).map((path) => `${path} is left behind`);
}
