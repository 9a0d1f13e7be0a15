import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadContext } from "../../../src/context/load.ts";
import { listFeatures } from "../../../src/feature/list-features.ts";
import { openFolder } from "../../../src/feature/workspace.ts";
import type { Drift } from "../../../src/guide/drift/types.ts";
import { surveyAt } from "../../../src/survey/at-commit.ts";
import { surveyRepository } from "../../../src/survey/survey.ts";
import type { Survey } from "../../../src/survey/types.ts";
import { driftsOf } from "../../../src/verdict/drift/drifts.ts";
import { designOf } from "./design.ts";
import { seedsFor, spread } from "./seeds.ts";

const FOLDER = "docs/plan/E09-public/E09-F01-application";
const COMMITS = 100;
const SEEDS = 20;

/**
 * Holds a design that says what a repository has against its history: commits that touch no interface must bring no difference, and each
 * seeded change exactly one.
 *
 * @param git a clone, or a folder of git alone
 * @param untouched an expression for the paths of files in which interfaces stand: a commit that changes none of them touches none
 */
export async function main([git, untouched]: readonly string[], say: (line: string) => void): Promise<boolean> {
  if (!git || !untouched) {
    say("usage: npm run eval:drift -- <repository> <expression for the paths of files in which interfaces stand>");
    return false;
  }
  const root = mkdtempSync(join(tmpdir(), "drift-"));
  try {
    clone(git, root);
    // What the repository has designed itself is another matter.
    rmSync(join(root, "docs/plan"), { recursive: true, force: true });
    const interfaces = new RegExp(untouched);
    const quiet = await replay(root, interfaces, say);
    const seeded = await seed(root, interfaces, say);
    return quiet && seeded;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Copies that people keep may lack their largest files: what is there is checked out, and what is not counts as no file. */
function clone(git: string, root: string): void {
  execFileSync("git", ["clone", "-q", "-n", git, root]);
  ask(root, "read-tree", "HEAD");
  spawnSync("git", ["checkout-index", "-a", "-f", "-q"], { cwd: root, stdio: "ignore" });
}

function ask(root: string, ...words: string[]): string {
  return execFileSync("git", words, { cwd: root, encoding: "utf8", maxBuffer: 1024 * 1024 * 1024 }).trim();
}

/** What stands in files of interfaces: nobody designs the types of a generated client. Of several of a name, a design describes one. */
function within(survey: Survey, interfaces: RegExp): Survey {
  const types = survey.types.filter(({ file }) => interfaces.test(file));
  const largest = types.filter((type) => {
    const [most] = types.filter(({ name }) => name === type.name).sort((a, b) => b.fields.length - a.fields.length);
    return most === type;
  });
  return { ...survey, types: largest };
}

/** What differs between a design of a survey and another survey, since the first. */
function differences(root: string, before: Survey, now: Survey, interfaces: RegExp): Drift[] {
  const { backend, data } = designOf(within(before, interfaces));
  mkdirSync(join(root, FOLDER), { recursive: true });
  writeFileSync(join(root, FOLDER, "04-backend-design.md"), backend);
  writeFileSync(join(root, FOLDER, "03-data-design.md"), data);
  const workspace = openFolder(root);
  const context = { ...loadContext(root, workspace.config), survey: now };
  const text = (path: string) => (path.endsWith("04-backend-design.md") ? backend : path.endsWith("03-data-design.md") ? data : undefined);
  const compare = driftsOf(workspace, context, { survey: before, text });
  return listFeatures(workspace).flatMap((key) => compare(key).report.drifts);
}

async function replay(root: string, interfaces: RegExp, say: (line: string) => void): Promise<boolean> {
  const commits = ask(root, "log", "--first-parent", "--no-merges", "--format=%H", "-n", "1000").split("\n");
  const quiet = commits
    .slice(0, -1)
    .filter(
      (commit) =>
        !ask(root, "diff-tree", "-r", "--no-commit-id", "--no-renames", "--name-only", commit)
          .split("\n")
          .some((path) => interfaces.test(path)),
    )
    .slice(0, COMMITS);
  let told = 0;
  const known = new Map<string, Survey>();
  const surveyOf = async (commit: string) => {
    const found = known.get(commit) ?? (await surveyAt(root, commit, { apart: ["docs/plan"] }));
    known.set(commit, found);
    return found;
  };
  for (const commit of quiet) {
    const found = differences(root, await surveyOf(ask(root, "rev-parse", `${commit}^`)), await surveyOf(commit), interfaces);
    told += found.length;
    for (const { text } of found) say(`  ${commit.slice(0, 10)} ${text}`);
  }
  say(`${quiet.length} commits that touch no interface: ${told} findings`);
  return told === 0;
}

async function seed(root: string, interfaces: RegExp, say: (line: string) => void): Promise<boolean> {
  rmSync(join(root, "docs/plan"), { recursive: true, force: true });
  const before = await surveyRepository(root);
  const linesOf = (file: string) => readFileSync(join(root, file), "utf8").split("\n");
  const seeds = spread(seedsFor(within(before, interfaces)), SEEDS, ({ file, line }) => linesOf(file)[line - 1]);
  let right = 0;
  let told = 0;
  for (const { what, file, line, change } of seeds) {
    const lines = linesOf(file);
    const text = lines.join("\n");
    lines.splice(line - 1, 1, ...(change(lines[line - 1] ?? "") ?? []));
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), lines.join("\n"));
    const found = differences(root, before, await surveyRepository(root, { apart: ["docs/plan"] }), interfaces);
    writeFileSync(join(root, file), text);
    if (found.length === 1) right++;
    told += found.length;
    say(
      `  ${found.length === 1 ? "one" : found.length}  ${what} (${file}:${line})${found.map((one) => `\n       ${one.kind}: ${one.text}`).join("")}`,
    );
  }
  say(`${seeds.length} seeded changes: ${told} findings, ${right} of them told exactly once`);
  return right === seeds.length;
}
