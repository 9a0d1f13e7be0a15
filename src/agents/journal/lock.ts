import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { confine, type FeatureKey, formatKey, GENERATED, isRunning, KnownError, readRegular, type Workspace } from "../../core.ts";
import { runsFolder } from "./folder.ts";

interface Holder {
  run: string;
  pid: number;
  host: string;
}

/**
 * Keeps other runs away from a feature.
 *
 * @returns a function that lets the feature go
 * @throws KnownError (`running`) where another run writes the feature, with its id
 */
export function lockFeature(workspace: Workspace, key: FeatureKey, run: string): () => void {
  return lock(workspace, `${key.epic}+${key.feature}`, run, {
    held: (holder) => `the run ${holder.run} is writing ${formatKey(key)} (process ${holder.pid} on ${holder.host})`,
    contended: `another run has just begun to write ${formatKey(key)}`,
    advice: "Wait for it to end, or end it and go on with --resume.",
  });
}

/**
 * Keeps other processes away from a run: a journal has one writer.
 *
 * @returns a function that lets the run go
 * @throws KnownError (`running`) where another process goes on with the run, with its number
 */
export function lockRun(workspace: Workspace, run: string): () => void {
  return lock(workspace, run, run, {
    held: ({ pid, host }) => `the run ${run} has not ended: process ${pid} on ${host} goes on with it`,
    contended: `another process has just gone on with the run ${run}`,
    advice: "Wait for it to end, or end it first.",
  });
}

interface Refusal {
  held(holder: Holder): string;
  contended: string;
  advice: string;
}

/** What a process that has ended left behind is taken over. */
function lock(workspace: Workspace, name: string, run: string, { held, contended, advice }: Refusal): () => void {
  runsFolder(workspace);
  const folder = confine(workspace, `${GENERATED}/runs/running`);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.json`);
  for (let attempt = 0; attempt < 3; attempt++) {
    if (take(path, { run, pid: process.pid, host: hostname() })) return () => rmSync(path, { force: true });
    const holder = readHolder(path);
    if (holder && isAlive(holder)) throw new KnownError("running", held(holder), advice);
    rmSync(path, { force: true });
  }
  throw new KnownError("running", contended, advice);
}

function take(path: string, holder: Holder): boolean {
  try {
    const file = openSync(path, "wx", 0o600);
    writeSync(file, JSON.stringify(holder));
    closeSync(file);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw thrown;
  }
}

function readHolder(path: string): Holder | undefined {
  const read = readRegular(path, 10_000);
  if ("unread" in read) {
    if (read.unread === "missing") return undefined;
    throw new KnownError("running", `cannot read the lock ${path}: ${read.code}`, "Remove it: it was not made by groundplan.");
  }
  try {
    return JSON.parse(read.bytes.toString("utf8")) as Holder;
  } catch {
    // Gone in the meantime, or torn: nobody's.
    return undefined;
  }
}

function isAlive({ pid, host }: Holder): boolean {
  // Of another machine nothing can be known.
  return host !== hostname() || isRunning(pid);
}
