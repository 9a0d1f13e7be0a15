import { askGit, KnownError } from "../../core.ts";

/** Names that a team's main line of work usually has. */
const MAIN = ["main", "master", "trunk", "develop", "development", "default", "mainline"];

/** Where services that build branches say which branch a change is meant for. */
const TARGETS = [
  "GITHUB_BASE_REF",
  "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
  "BITBUCKET_PR_DESTINATION_BRANCH",
  "SYSTEM_PULLREQUEST_TARGETBRANCH",
  "CHANGE_TARGET",
  "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
  "DRONE_TARGET_BRANCH",
];

/** Names a branch that is there, so that it can be typed as it is told. */
function nameIt(root: string): string {
  const { theirs, usual, isUsual } = mainNames(root, remoteOf(root));
  const main = firstOf(root, [...(isUsual ? [theirs] : []), ...usual, ...MAIN])?.name ?? "<branch>";
  return `Name what to compare with: --changed ${main}, or --changed HEAD for what is not committed.`;
}

/** The files that differ, and what they were compared with, as people know it. */
export interface Comparison {
  base: string;
  files: string[];
}

/**
 * Lists what differs between the working tree and the commit at which it left another line of work. A file that was
 * renamed is listed under both names; a submodule, and a repository inside of this one, by its folder.
 *
 * @param root the project; paths are relative to it
 * @param ref the commit or branch to compare with; true for the main branch
 * @param env where a service says which branch a change is meant for
 * @throws KnownError (`git`) where there is no repository, or nothing to compare with: it says what to fetch
 */
export function compareWith(root: string, ref: string | true, env: Readonly<Record<string, string | undefined>>): Comparison {
  if (askGit(root, ["rev-parse", "--show-toplevel"]) === undefined)
    throw new KnownError("git", "the folder is not in a git repository", "Run --changed inside of one, with git on the path.");
  const chosen = ref === true ? undefined : named(root, ref);
  const head = commitOf(root, "HEAD");
  if (head === undefined) throw new KnownError("git", "there is no commit yet", "Commit first, or check without --changed.");
  const base = chosen ?? mainLine(root, head, env);
  const common = askGit(root, ["merge-base", base.commit, head])?.trim();
  if (common === undefined)
    throw new KnownError("git", `"${base.name}" has no commit in common with HEAD`, `${fetchIt(root, base.name)}${nameIt(root)}`);
  const what = ["--no-renames", "--no-ext-diff", "--ignore-submodules=none", "--relative", "-z", "--name-only"];
  const differing = askGit(root, ["diff", ...what, common, "--", "."]);
  const untracked = askGit(root, ["ls-files", "--others", "--exclude-standard", "-z", "--", "."]);
  if (differing === undefined || untracked === undefined) throw new KnownError("git", `cannot compare with "${base.name}"`, nameIt(root));
  const files = `${differing}${untracked}`.split("\0").filter(Boolean);
  return { base: base.name, files: files.map((path) => path.replace(/\/$/, "")) };
}

interface Base {
  name: string;
  commit: string;
}

function named(root: string, ref: string): Base {
  const commit = commitOf(root, ref);
  if (commit !== undefined) return { name: ref, commit };
  throw new KnownError("git", `there is no commit or branch "${ref}"`, `${fetchIt(root, ref)}${nameIt(root)}`);
}

/** The branch that a change is meant for: what a service says, else the main branch as the remote or this repository has it. */
function mainLine(root: string, head: string, env: Readonly<Record<string, string | undefined>>): Base {
  const remote = remoteOf(root);
  const target = TARGETS.map((name) => env[name]?.replace(/^refs\/heads\//, "")).find(Boolean);
  if (target !== undefined) {
    const found = firstOf(root, [`${remote}/${target}`, target]);
    if (found) return found;
    throw new KnownError("git", `this change is meant for "${target}", which is not here`, `${fetchIt(root, target)}${nameIt(root)}`);
  }
  // A clone calls the branch that was checked out when it was made the remote's main branch, whatever its name.
  const { theirs, usual, isUsual } = mainNames(root, remote);
  const found = firstOf(root, [...(isUsual ? [theirs, ...usual] : [...usual, theirs]), ...MAIN].filter(Boolean));
  const isGuess = found?.name === theirs && !isUsual;
  const says = found && (found.commit !== head || !(isShallow(root) || isGuess));
  if (found && says) return found;
  throw new KnownError(
    "git",
    found ? `"${found.name}" is what is checked out, and nothing before it is here to compare with` : "the main branch is not here",
    `${fetchIt(root, isGuess ? undefined : found?.name)}${nameIt(root)}`,
  );
}

/** What the remote calls its main branch, empty where nothing here tells, and the names that one usually has. */
function mainNames(root: string, remote: string): { theirs: string; usual: string[]; isUsual: boolean } {
  const theirs = askGit(root, ["rev-parse", "--abbrev-ref", `${remote}/HEAD`])?.trim() ?? "";
  const usual = MAIN.map((name) => `${remote}/${name}`);
  return { theirs, usual, isUsual: usual.includes(theirs) };
}

function remoteOf(root: string): string {
  const [first = "origin", ...others] = (askGit(root, ["remote"]) ?? "").split("\n").filter(Boolean);
  return others.includes("origin") ? "origin" : first;
}

function firstOf(root: string, names: readonly string[]): Base | undefined {
  for (const name of names) {
    const commit = commitOf(root, name);
    if (commit !== undefined) return { name, commit };
  }
  return undefined;
}

function commitOf(root: string, name: string): string | undefined {
  return askGit(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`])?.trim() || undefined;
}

function isShallow(root: string): boolean {
  return askGit(root, ["rev-parse", "--is-shallow-repository"])?.trim() === "true";
}

/**
 * How a branch that is not here is fetched, also where a clone follows one branch alone or was cut off.
 *
 * @param name undefined where nothing here tells what the branch is called: then all are fetched
 */
function fetchIt(root: string, name: string | undefined): string {
  const remote = remoteOf(root);
  if (askGit(root, ["remote", "get-url", remote]) === undefined) return "";
  const depth = isShallow(root) ? " --unshallow" : "";
  if (name === undefined)
    return `Fetch all branches: git fetch${depth} ${remote} "refs/heads/*:refs/remotes/${remote}/*" (in CI: check out the whole history, fetch-depth: 0). `;
  const branch = name.startsWith(`${remote}/`) ? name.slice(remote.length + 1) : name;
  // What is not a branch's name is not repeated as one.
  if (askGit(root, ["check-ref-format", "--branch", branch]) === undefined) return "";
  return `Fetch it: git fetch${depth} ${remote} ${branch}:refs/remotes/${remote}/${branch} (in CI: check out the whole history, fetch-depth: 0). `;
}
