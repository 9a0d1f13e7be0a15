import { readFileSync } from "node:fs";
import { removeLeftoversIn } from "../feature/leftovers.ts";
import { confine, type Workspace } from "../feature/workspace.ts";
import { GENERATED, writeGenerated } from "../feature/write-generated.ts";
import { digest } from "./stamps.ts";

const FOLDER = `${GENERATED}/cache`;

/** What is kept of one feature: where it comes from, and a line that is read only when it is asked for. */
export interface Entry {
  name: string;
  /** Of the files that it was made from; a file that changes, changes it. */
  stamp: string;
  sources: string[];
  line: string;
}

/** The files of what is kept. */
export interface Shards {
  /**
   * Reads what is kept under a name. A file that is missing, torn, changed by hand or made by another version is as good
   * as none: everything in it can be made again.
   */
  read(name: string): Entry[];
  /** @throws KnownError (`cannot-write`) where the disk refuses */
  write(name: string, entries: readonly Entry[]): void;
}

/** @param context the version, the configuration, the templates and the patterns under which all is made */
export function openShards(workspace: Workspace, context: string): Shards {
  let isSwept = false;
  return {
    read: (name) => {
      const lines = readWhole(workspace, name);
      if (lines[0] !== context) return [];
      const entries: Entry[] = [];
      for (let at = 1; at + 1 < lines.length; at += 2) {
        const { name, stamp, sources } = JSON.parse(lines[at] ?? "") as Entry;
        entries.push({ name, stamp, sources, line: lines[at + 1] ?? "" });
      }
      return entries;
    },
    write: (name, entries) => {
      const lines = entries.flatMap(({ line, ...entry }) => [JSON.stringify(entry), line]);
      const body = [context, ...lines].join("\n");
      // The first line tells whether the rest is whole, so that nobody has to wait for the disk.
      writeGenerated(workspace, fileOf(name), Buffer.from(`${digest([body])}\n${body}`), { durable: false, sweep: false });
      // Once for all files: to list a folder of thousands for each of them takes longer than the check.
      if (!isSwept) removeLeftoversIn(confine(workspace, FOLDER));
      isSwept = true;
    },
  };
}

function readWhole(workspace: Workspace, name: string): string[] {
  try {
    const text = readFileSync(confine(workspace, fileOf(name)), "utf8");
    const body = text.slice(text.indexOf("\n") + 1);
    return text.startsWith(`${digest([body])}\n`) ? body.split("\n") : [];
  } catch {
    return [];
  }
}

function fileOf(name: string): string {
  return `${FOLDER}/${name}`;
}
