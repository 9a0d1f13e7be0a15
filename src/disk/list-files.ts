import { type Dirent, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import ignore, { type Ignore } from "ignore";
import { askGit, type GitLimits } from "./git.ts";
import { readRegular } from "./read-regular.ts";

const DEEPEST = 64;
const LONGEST_RULES = 1024 * 1024;

/** What is looked for. */
export interface Listing extends GitLimits {
  /** The most files that are looked for where there is no git. */
  mostFiles: number;
  /** @returns whether a file or folder may be looked at where there is no git. @param path relative to the root */
  mayEnter(path: string): boolean;
}

/**
 * @returns the paths of the files below a folder, relative to it, with forward slashes: those that git tracks or would track, and without
 *   git the regular files that the ignore files leave; links are not followed
 */
export function listFiles(root: string, listing: Listing): string[] {
  const listed = askGit(root, ["ls-files", "-co", "--exclude-standard", "-z", "--", "."], listing);
  return listed === undefined ? walk(root, listing) : [...new Set(listed.split("\0").filter(Boolean))];
}

/** The ignore files of a folder and of those above it, each for what is below its own. */
interface Rules {
  folder: string;
  rules: Ignore;
}

function walk(root: string, { mostFiles, mayEnter }: Listing): string[] {
  const found: string[] = [];
  visit("", []);
  return found;

  function visit(folder: string, above: readonly Rules[]): void {
    if (found.length >= mostFiles || folder.split("/").length > DEEPEST) return;
    const own = [".gitignore", ".ignore"].flatMap((name) => textOf(join(root, folder, name)));
    const rules = own.length > 0 ? [...above, { folder, rules: ignore().add(own.join("\n")) }] : above;
    for (const entry of entriesOf(join(root, folder))) {
      const path = posix.join(folder, entry.name);
      if (!mayEnter(path) || isIgnored(path, entry.isDirectory(), rules)) continue;
      if (entry.isDirectory()) visit(path, rules);
      else if (entry.isFile()) found.push(path);
    }
  }
}

function textOf(file: string): string[] {
  const read = readRegular(file, LONGEST_RULES);
  return "unread" in read ? [] : [read.bytes.toString("utf8")];
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** What a file further down says goes before what one further up has said. */
function isIgnored(path: string, isFolder: boolean, all: readonly Rules[]): boolean {
  let ignored = false;
  for (const { folder, rules } of all) {
    const { ignored: out, unignored: back } = rules.test(posix.relative(folder, path) + (isFolder ? "/" : ""));
    if (out) ignored = true;
    else if (back) ignored = false;
  }
  return ignored;
}
