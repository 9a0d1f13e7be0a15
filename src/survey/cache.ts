import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readRegular } from "../disk/read-regular.ts";
import type { Surveyed } from "./types.ts";

/** The survey of a repository, kept for as long as its files are what they were. */
export interface Kept {
  read(stamp: string): Surveyed | undefined;
  write(stamp: string, surveyed: Surveyed): void;
}

/**
 * @param folder a folder of the user's own, outside of the repository
 * @param of what is surveyed: the root, and what is left out of it
 */
export function openKept(folder: string, of: string): Kept {
  const file = join(folder, `survey-${createHash("sha256").update(of).digest("base64url").slice(0, 20)}.json`);
  return {
    read(stamp) {
      const read = readRegular(file);
      if ("unread" in read) return undefined;
      try {
        const { stamp: known, ...surveyed } = JSON.parse(read.bytes.toString("utf8")) as { stamp: string } & Surveyed;
        return known === stamp && typeof surveyed.digest === "string" ? surveyed : undefined;
      } catch {
        return undefined;
      }
    },
    write(stamp, surveyed) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, JSON.stringify({ stamp, ...surveyed }), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch {
        // It is made again the next time.
      }
    },
  };
}
