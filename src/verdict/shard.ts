import { createHmac } from "node:crypto";
import { rmSync } from "node:fs";
import { readRegular } from "../disk/read-regular.ts";
import { confine, type Workspace } from "../feature/workspace.ts";
import { removeLeftoversIn } from "../feature/writing/leftovers.ts";
import { GENERATED, writeGenerated } from "../feature/writing/write-generated.ts";
import type { Entry } from "./entry.ts";
import { isHead } from "./shapes.ts";
import { digest } from "./stamps.ts";

const FOLDER = `${GENERATED}/cache`;

/** In bytes: what is kept of an epic of hundreds of features. */
const LONGEST = 256 * 1024 * 1024;

/** The files of what is kept. */
export interface Shards {
  /**
   * Reads what is kept under a name. A file that is missing, torn, made by another version, kept under another name or written by
   * anybody else is as good as none: everything in it can be made again.
   */
  read(name: string): Entry[];
  /** @throws KnownError (`cannot-write`) where the disk refuses */
  write(name: string, entries: readonly Entry[]): void;
  clear(): void;
}

/**
 * @param context the version, the configuration, the templates and the patterns under which all is made
 * @param secret the user's: what does not bear its mark was not kept by this user's groundplan
 */
export function openShards(workspace: Workspace, context: string, secret: Buffer): Shards {
  let isSwept = false;
  const markOf = (body: string) => createHmac("sha256", secret).update(body).digest("base64url");
  const readWhole = (path: string): string[] => {
    const read = readRegular(path, LONGEST);
    const text = "unread" in read ? "" : read.bytes.toString("utf8");
    const body = text.slice(text.indexOf("\n") + 1);
    return text.startsWith(`${markOf(body)}\n`) ? body.split("\n") : [];
  };
  const titleOf = (name: string) => digest([context, name]);
  const sweep = () => {
    try {
      removeLeftoversIn(confine(workspace, FOLDER));
    } catch {
      // What cannot be removed now is no reason to keep nothing: the next run looks again.
    }
  };
  return {
    read: (name) => {
      try {
        const [title, ...lines] = readWhole(confine(workspace, fileOf(name)));
        return title === titleOf(name) ? pair(lines) : [];
      } catch {
        return [];
      }
    },
    write: (name, entries) => {
      const lines = entries.flatMap(({ line, ...entry }) => [JSON.stringify(entry), line]);
      const body = [titleOf(name), ...lines].join("\n");
      // The first line tells whether the rest is whole, so that nobody has to wait for the disk.
      writeGenerated(workspace, fileOf(name), Buffer.from(`${markOf(body)}\n${body}`), { durable: false, sweep: false });
      // Once for all files: to list a folder of thousands for each of them takes longer than the check.
      if (!isSwept) sweep();
      isSwept = true;
    },
    clear: () => rmSync(confine(workspace, FOLDER), { recursive: true, force: true }),
  };
}

/** @throws Error where the lines are not what was written */
function pair(lines: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < lines.length; at += 2) {
    const head: unknown = JSON.parse(lines[at] ?? "");
    if (!isHead(head)) throw new Error("no head of an entry");
    entries.push({ ...head, line: lines[at + 1] ?? "" });
  }
  return entries;
}

function fileOf(name: string): string {
  return `${FOLDER}/${name}`;
}
