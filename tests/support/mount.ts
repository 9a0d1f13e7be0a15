import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const run = (...words: string[]) => spawnSync("mount", words).status === 0;

/** Whether this machine lets its tests have disks of their own: Linux, as root, with the right to mount. */
export const CAN_MOUNT = (() => {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), "groundplan-mount-"));
  const can = run("-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);
  if (can) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true, force: true });
  return can;
})();

/** @returns the folder of a small disk of its own, which goes when the test ends. */
export function makeDisk(size: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "groundplan-disk-")));
  if (!run("-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder)) throw new Error("no disk could be mounted");
  onTestFinished(() => {
    spawnSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** From now on nothing can be written to a disk. */
export function makeReadOnly(folder: string): void {
  if (!run("-o", "remount,ro", folder)) throw new Error("the disk could not be made read-only");
}
