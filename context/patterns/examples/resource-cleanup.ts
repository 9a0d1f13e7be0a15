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

/** Only what is past its end and belongs to nobody alive: age alone would take a slow run's files. */
export function leftBehind(folders: readonly { name: string; ageMs: number }[], alive: ReadonlySet<string>): string[] {
  return folders
    .filter(({ name, ageMs }) => ageMs > 3_600_000 && !alive.has(/^import-([\w]{1,64})-/.exec(name)?.[1] ?? ""))
    .map(({ name }) => name);
}
