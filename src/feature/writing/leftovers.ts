import { randomBytes } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isRunning } from "./running.ts";

/** @returns a name beside a file that nothing else bears, and that says which process made it. */
export function temporaryName(absolute: string, kind: "tmp" | "stale"): string {
  return join(dirname(absolute), `.${basename(absolute)}.${process.pid}-${randomBytes(6).toString("hex")}.${kind}`);
}

/** Removes what killed processes have left beside a file, so that it does not pile up. */
export function removeLeftovers(absolute: string): void {
  removeLeftoversIn(dirname(absolute), basename(absolute));
}

/** Removes what killed processes have left in a folder. @param of only beside the file of this name */
export function removeLeftoversIn(folder: string, of?: string): void {
  for (const name of readdirSync(folder)) {
    const [, beside, pid] = /^\.(.*)\.(\d{1,10})-[0-9a-f]{12}\.(?:tmp|stale)$/.exec(name) ?? [];
    if (of !== undefined && beside !== of) continue;
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}
