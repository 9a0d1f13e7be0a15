import { fork } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
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
  /** The paths of all files that a kill has left. */
  left: Set<string>;
  /** What did not hold, in words. */
  problems: string[];
}

/** How an operation goes when nobody disturbs it. */
interface Reference {
  /** All that a file may be, by its path; absent is a state as well. */
  states: ReadonlyMap<string, ReadonlySet<string | undefined>>;
  last: Files;
  told: readonly unknown[];
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
 * next run gets through at once, tells what an undisturbed one does and ends where that ends, and the next write leaves nothing lying about.
 *
 * @param random where it is given, every other kill comes at any time, and not right before a call that changes the disk
 */
export async function killOften(victim: Victim, kills: number, random?: Random): Promise<Killed> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "groundplan-kill-")));
  try {
    victim.furnish(root);
    const begun = victim.begin(root);
    begun.reset();
    const reference = await observe(root, begun);
    begun.reset();
    const calls = await countCalls(victim, root);
    const killed: Killed = { kills, calls, midst: 0, left: new Set(), problems: [] };
    for (let kill = 0; kill < kills; kill++) {
      begun.reset();
      if (random && kill % 2 === 1) await killAfter(victim, root, (random.below(1000) / 1000) * reference.took);
      else await killAt(victim, root, 1 + (random ? random.below(calls) : Math.floor((kill * calls) / kills)));
      if (leftIn(root).length > 0) killed.midst++;
      const files = filesIn(root);
      for (const path of files.keys()) killed.left.add(path);
      killed.problems.push(...torn(files, reference), ...(await finish(root, begun, reference)), ...(await clearUp(root, begun)));
    }
    return killed;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function observe(root: string, { steps }: Begun): Promise<Reference> {
  const seen = [filesIn(root)];
  const told: unknown[] = [];
  const began = performance.now();
  for await (const words of steps()) {
    seen.push(filesIn(root));
    told.push(words);
  }
  const took = performance.now() - began;
  const last = filesIn(root);
  const paths = new Set([...seen, last].flatMap((files) => [...files.keys()]));
  const states = new Map([...paths].map((path) => [path, new Set([...seen, last].map((files) => files.get(path)))]));
  return { states, last, told, took };
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

function torn(files: Files, { states }: Reference): string[] {
  const strange = [...files.keys()].filter((path) => !states.has(path)).map((path) => `${path} is no file of this operation`);
  return [
    ...strange,
    ...[...states].flatMap(([path, allowed]) => (allowed.has(files.get(path)) ? [] : [`${path} is neither old nor new`])),
  ];
}

/** Does the operation to its end, as the person would who starts it again. */
async function finish(root: string, { steps }: Begun, { last, told }: Reference): Promise<string[]> {
  const again: unknown[] = [];
  try {
    for await (const words of steps()) again.push(words);
  } catch (thrown) {
    return [`the next run: ${thrown instanceof Error ? thrown.message : String(thrown)}`];
  }
  const files = filesIn(root);
  return [
    ...(isDeepStrictEqual(again, told) ? [] : ["the next run tells something else"]),
    ...[...last].filter(([path, text]) => files.get(path) !== text).map(([path]) => `${path} is not what the next run should leave`),
  ];
}

/** What a kill has left beside a file that was whole already goes with the next write of that file. */
async function clearUp(root: string, { reset, steps }: Begun): Promise<string[]> {
  if (leftIn(root).length === 0) return [];
  reset();
  for await (const _ of steps());
  return leftIn(root).map((path) => `${path} is left behind`);
}
