import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { confine, GENERATED, ignoreGenerated, KnownError, type Workspace } from "../../core.ts";

const ID = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-[0-9a-f]{4}$/;

/** @returns the folder of a project's runs; it is created on demand, and git ignores it. */
export function runsFolder(workspace: Workspace): string {
  const runs = confine(workspace, `${GENERATED}/runs`);
  // What was asked and answered is the user's own.
  mkdirSync(runs, { recursive: true, mode: 0o700 });
  chmodSync(runs, 0o700);
  ignoreGenerated(workspace);
  return runs;
}

/** @returns the ids of all runs, the latest first. */
export function runIds(workspace: Workspace): string[] {
  const runs = confine(workspace, `${GENERATED}/runs`);
  if (!existsSync(runs)) return [];
  return readdirSync(runs)
    .filter((name) => ID.test(name) && existsSync(join(runs, name, "journal.jsonl")))
    .sort()
    .reverse();
}

/** @returns a new run's id: when it began, and four digits that tell apart what begins in the same second. */
export function newRunId(now: Date, random: string): string {
  return `${now.toISOString().slice(0, 19).replaceAll(":", "-")}-${random}`;
}

/**
 * @returns the path of a run's journal
 * @throws KnownError (`run`) where the id is none, or there is no such run
 */
export function journalPath(workspace: Workspace, id: string, isNew = false): string {
  const path = ID.test(id) ? confine(workspace, `${GENERATED}/runs/${id}/journal.jsonl`) : undefined;
  if (path !== undefined && (isNew || existsSync(path))) return path;
  const ids = runIds(workspace);
  throw new KnownError(
    "run",
    `no run "${id.slice(0, 60)}"`,
    ids.length > 0 ? `The latest runs are: ${ids.slice(0, 5).join(", ")}.` : "There is no run yet: `groundplan generate` begins one.",
  );
}
