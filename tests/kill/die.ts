import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { Begun } from "./save.ts";

/** What changes a disk. */
const CALLS = ["mkdirSync", "openSync", "writeSync", "fsyncSync", "linkSync", "renameSync", "rmSync"] as const;

const changes = (call: string, [, flags]: unknown[]) => call !== "openSync" || (Number(flags) & fs.constants.O_CREAT) !== 0;

/**
 * Does something once, and kills this process right before one of its calls that change the disk; in the middle of it, where
 * it writes. Without such a call, it does it over and over again until somebody else kills it.
 *
 * @param moment which call, from 1; none where it is 0, and the parent is told how many there were
 */
export async function work(steps: Begun["steps"], moment: string | undefined): Promise<void> {
  if (moment === undefined) {
    process.send?.("ready");
    // Where nobody is left to kill it, it ends.
    while (process.connected) {
      for await (const _ of steps());
      await new Promise(setImmediate);
    }
    return;
  }
  let calls = 0;
  for (const call of CALLS) {
    const original = fs[call] as (...given: unknown[]) => unknown;
    const dying = (...given: unknown[]) => {
      if (changes(call, given) && ++calls === Number(moment)) die(call, original, given);
      return original(...given);
    };
    Object.assign(fs, { [call]: dying });
  }
  syncBuiltinESMExports();
  for await (const _ of steps());
  process.send?.(calls);
}

function die(call: string, original: (...given: unknown[]) => unknown, [file, bytes, from]: unknown[]): void {
  if (call === "writeSync" && bytes instanceof Uint8Array) original(file, bytes.subarray(0, bytes.length >> 1), from);
  process.kill(process.pid, "SIGKILL");
}
