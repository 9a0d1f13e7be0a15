import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Bound to a scope that releases it on every way out; a failing release does not hide the first error. */
export async function withTemporaryFolder<Result>(run: string, work: (folder: string) => Promise<Result>): Promise<Result> {
  // Owner and purpose stand in the name, for the sweeper that comes after a crash.
  const folder = await mkdtemp(join(tmpdir(), `import-${run}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** Only what an import has made, is past its end and belongs to nobody alive: age alone would take a slow run's files. */
export function leftBehind(folders: readonly { name: string; ageMs: number }[], alive: ReadonlySet<string>): string[] {
  return folders.flatMap(({ name, ageMs }) => {
    const run = /^import-([\w-]{1,64})-\w{6}$/.exec(name)?.[1];
    return run !== undefined && ageMs > 3_600_000 && !alive.has(run) ? [name] : [];
  });
}
