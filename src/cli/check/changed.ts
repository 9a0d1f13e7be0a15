import { execFileSync } from "node:child_process";
import { type FeatureKey, folderOf, KnownError, readFeature, type Workspace } from "../../core.ts";
import { inTurn } from "../in-turn.ts";

/** Where a team's main line of work usually is. */
const MAIN = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

/**
 * Keeps the features that a branch has touched: those with a changed document, and those whose documents link to a
 * changed file. What all features depend on (templates, patterns, the configuration) touches every one.
 *
 * @param ref the commit or branch to compare with; true for the main branch
 * @throws KnownError (`git`) where the folder is no git repository, or has no such ref
 */
export async function onlyChanged(workspace: Workspace, keys: readonly FeatureKey[], ref: string | true): Promise<FeatureKey[]> {
  const files = new Set(changedFiles(workspace.root, ref));
  const { templates, patterns, source, baseline } = workspace.config;
  const shared = [...files].some(
    (file) => file.startsWith(`${templates}/`) || file.startsWith(`${patterns}/`) || file === source || file === baseline,
  );
  if (shared) return [...keys];
  const touched = await inTurn(keys, (key) => {
    const folder = `${folderOf(workspace, key)}/`;
    if ([...files].some((file) => file.startsWith(folder))) return true;
    return [...readFeature(workspace, key).targets.keys()].some((path) => files.has(path));
  });
  return keys.filter((_, index) => touched[index]);
}

function changedFiles(root: string, ref: string | true): string[] {
  const top = git(root, ["rev-parse", "--show-toplevel"], "the folder is not in a git repository").trim();
  const base = ref === true ? mainBranch(root) : ref;
  git(root, ["rev-parse", "--verify", "--quiet", `${base}^{commit}`], `there is no commit or branch "${base}"`);
  const mergeBase = git(root, ["merge-base", base, "HEAD"], `"${base}" has no commit in common with HEAD`).trim();
  const inside = ["--relative", "-z", "--name-only"];
  const tracked = git(root, ["diff", ...inside, mergeBase, "--", "."], `cannot compare with "${base}"`);
  const untracked = git(root, ["ls-files", "--others", "--exclude-standard", "-z", "--", "."], `cannot list the files of ${top}`);
  return `${tracked}${untracked}`.split("\0").filter(Boolean);
}

function mainBranch(root: string): string {
  const found = MAIN.find((name) => {
    try {
      return git(root, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`], "") !== "";
    } catch {
      return false;
    }
  });
  return found ?? "HEAD";
}

function git(root: string, words: readonly string[], problem: string): string {
  try {
    return execFileSync("git", words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 64 * 1024 * 1024 });
  } catch {
    throw new KnownError("git", problem, "Run --changed inside of a git repository, with a ref that exists: --changed origin/main.");
  }
}
