import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readRegular } from "../disk/read-regular.ts";
import type { Survey } from "./types.ts";

/** The survey of a repository, kept for as long as its files are what they were. */
export interface Kept {
  read(stamp: string): Survey | undefined;
  write(stamp: string, survey: Survey): void;
}

/** @param folder a folder of the user's own, outside of the repository */
export function openKept(folder: string, root: string): Kept {
  const file = join(folder, `survey-${createHash("sha256").update(root).digest("base64url").slice(0, 20)}.json`);
  return {
    read(stamp) {
      const read = readRegular(file);
      if ("unread" in read) return undefined;
      try {
        const { stamp: known, survey } = JSON.parse(read.bytes.toString("utf8")) as { stamp: string; survey: Survey };
        return known === stamp ? survey : undefined;
      } catch {
        return undefined;
      }
    },
    write(stamp, survey) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, JSON.stringify({ stamp, survey }), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch {
        // It is made again the next time.
      }
    },
  };
}
