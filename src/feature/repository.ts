import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import ignore, { type Ignore } from "ignore";
import picomatch from "picomatch";
import { secretNames } from "../context/secrets.ts";
import { readText } from "./read-file.ts";
import { confine, type Workspace } from "./workspace.ts";

/** What may be read of the repository around the plan: what git tracks or would track, and nothing that may hold secrets. */

const MOST_FILES = 5_000;
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 20_000;
const DEEPEST = 64;

let isSecret: ((name: string) => boolean) | undefined;
let unneeded: ReadonlySet<string> | undefined;

/** @returns whether a path may be looked at: no part of it is hidden, generated or named as what holds secrets. */
export function mayExplore(path: string): boolean {
  const names = isSecret && unneeded ? undefined : secretNames();
  isSecret ??= picomatch(names?.secret ?? [], { nocase: true, dot: true });
  unneeded ??= new Set(names?.unneeded);
  return path.split("/").every((part) => part !== "" && !isSecret?.(part) && !unneeded?.has(part));
}

/**
 * @returns the regular files of the workspace that may be read, relative to it, in the order of their names: those that git tracks or
 *   would track, and without git those that the ignore files leave
 */
export function repositoryFiles(workspace: Workspace): string[] {
  const files = gitFiles(workspace.root) ?? leftFiles(workspace);
  return files.filter(mayExplore).sort().slice(0, MOST_FILES);
}

/** Nothing that a repository's configuration names is run. */
const QUIET = ["--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false", "-c", "core.hooksPath=/dev/null"];

function gitFiles(root: string): string[] | undefined {
  try {
    const listed = execFileSync("git", [...QUIET, "ls-files", "-co", "--exclude-standard", "-z", "--", "."], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: MOST_BYTES,
      timeout: MOST_MS,
    });
    return [...new Set(listed.split("\0").filter(Boolean))];
  } catch {
    return undefined;
  }
}

/** The ignore files of a folder and of those above it, each for what is below its own. */
interface Rules {
  folder: string;
  rules: Ignore;
}

function leftFiles(workspace: Workspace): string[] {
  const found: string[] = [];
  visit("", []);
  return found;

  function visit(folder: string, above: readonly Rules[]): void {
    if (found.length >= MOST_FILES || folder.split("/").length > DEEPEST) return;
    const own = [".gitignore", ".ignore"].flatMap((name) => readText(workspace, posix.join(folder, name))?.text ?? []);
    const rules = own.length > 0 ? [...above, { folder, rules: ignore().add(own.join("\n")) }] : above;
    for (const entry of entriesOf(confine(workspace, folder || "."))) {
      const path = posix.join(folder, entry.name);
      if (!mayExplore(path) || isIgnored(path, entry.isDirectory(), rules)) continue;
      if (entry.isDirectory()) visit(path, rules);
      else if (entry.isFile()) found.push(path);
    }
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(join(folder), { withFileTypes: true });
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
