import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { FOLDERS } from "./files.ts";
import { LANGUAGES } from "./languages.ts";

/** Folders that are looked into before there is said to be no code: an answer has to cost next to nothing. */
const MOST_FOLDERS = 300;

/**
 * @param apart folders, relative to the root, in which nothing counts: those of the plan and of what belongs to it
 * @returns whether a folder holds code that a survey would read; what has none is told apart by a few looks at folders
 */
export function hasCode(root: string, apart: ReadonlySet<string>): boolean {
  const open = [""];
  for (let looked = 0; looked < MOST_FOLDERS; looked += 1) {
    const folder = open.shift();
    if (folder === undefined) return false;
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile() && LANGUAGES[entry.name.split(".").at(-1) ?? ""]?.grammar) return true;
      if (entry.isDirectory() && !entry.name.startsWith(".") && !FOLDERS.has(entry.name) && !apart.has(path)) open.push(path);
    }
  }
  return false;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
