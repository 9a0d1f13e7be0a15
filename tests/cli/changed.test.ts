import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { makeWorkspace, writeFiles } from "../support/workspace.ts";

const PLAN = "docs/plan/E00-examples";
const REFUNDS = `${PLAN}/E00-F01-order-refunds`;

function git(root: string, ...words: string[]): string {
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"];
  return execFileSync("git", [...who, ...words], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

const commit = (root: string) => {
  git(root, "add", "-A");
  git(root, "commit", "-qm", "a change");
};

const append = (root: string, file: string, text: string) => writeFileSync(join(root, file), readFileSync(join(root, file), "utf8") + text);

/** The repository that each test changes a copy of. */
const prepared = realpathSync(mkdtempSync(join(tmpdir(), "groundplan-changed-")));
afterAll(() => rmSync(prepared, { recursive: true, force: true }));

/** Two worked examples, of which one links to a note, on a branch beside the main one. */
function onTopic(main = "main"): string {
  const root = makeWorkspace();
  cpSync(prepared, root, { recursive: true });
  if (main !== "main") git(root, "branch", "-q", "-m", "main", main);
  return root;
}

beforeAll(() => {
  const root = prepared;
  writeFiles(root, { "docs/plan/.keep": "", "docs/notes/money.md": "# Money\n\nOne.\nTwo.\nThree.\nFour.\n" });
  for (const name of ["E00-F01-order-refunds", "E00-F02-ledger-export"])
    cpSync(`${PLAN}/${name}`, join(root, PLAN, name), { recursive: true });
  cpSync("context/patterns", join(root, "context/patterns"), { recursive: true });
  cpSync("docs/adr", join(root, "docs/adr"), { recursive: true });
  append(root, `${REFUNDS}/prd.md`, "\nSee [money](../../../notes/money.md) and [all notes](../../../notes).\n");
  git(root, "init", "-q", "-b", "main");
  commit(root);
  git(root, "checkout", "-qb", "topic");
});

const changed = (root: string, ...more: string[]) => runCli(["check", "--no-cache", "--changed", ...more], root);

describe("--changed checks what a branch has touched", () => {
  const move = (from: string, to: string) => (root: string) => {
    mkdirSync(join(root, to, ".."), { recursive: true });
    renameSync(join(root, from), join(root, to));
  };

  it.each<[string, (root: string) => void, RegExp]>([
    ["a document", (root) => append(root, `${REFUNDS}/prd.md`, "\n[x](nope.md)\n"), /nope\.md[\s\S]*1 error in 1 feature\./],
    ["an input that moved away", move(`${REFUNDS}/00-research-report.md`, "docs/archive/old.md"), /missing-document[\s\S]*in 1 feature\./],
    ["a note under another name", move("docs/notes/money.md", "docs/notes/cash.md"), /broken-link[\s\S]*in 1 feature\./],
    ["a note that is gone", (root) => rmSync(join(root, "docs/notes/money.md")), /broken-link[\s\S]*in 1 feature\./],
    ["what is new in a folder that is linked to", (root) => writeFileSync(join(root, "docs/notes/new.md"), ""), /in 1 feature\./],
    ["a feature's folder under another name", move(REFUNDS, `${PLAN}/E00-F09-order-refunds`), /E00-F09-order-refunds[\s\S]*in 1 feature\./],
    [
      "words, which are every feature's",
      (root) => cpSync("context/lexicon", join(root, "context/lexicon"), { recursive: true }),
      /in 2 features\./,
    ],
    ["the configuration, which is every feature's", (root) => writeFileSync(join(root, "groundplan.config.json"), "{}"), /in 2 features\./],
    [
      "a decision record, which is every feature's",
      (root) => append(root, "docs/adr/0002-deliver-messages-through-an-outbox.md", "\n"),
      /in 2 features\./,
    ],
    ["nothing of a feature", (root) => writeFileSync(join(root, "README.md"), "# Shop\n"), /No findings in 0 features\./],
  ])("%s", (_, change, told) => {
    const root = onTopic();
    change(root);
    // Whether or not it is committed.
    expect(changed(root).out).toMatch(told);
    commit(root);
    expect(changed(root).out).toMatch(told);
    expect(changed(root, "main").out).toMatch(told);
  });

  it("a contradiction between what was touched and a feature that was not, and none between others", () => {
    const root = onTopic();
    const design = `${REFUNDS}/04-backend-design.md`;
    const text = readFileSync(join(root, design), "utf8");
    writeFileSync(join(root, design), text.replace(/(\| `INVALID_CURSOR` \| 400 \| ).*/, "$1Mouse pointer outside of the map |"));
    expect(changed(root).out).toMatch(/conflicting-error-code[\s\S]*1 error in 2 features/);
    git(root, "checkout", "-q", design);
    append(root, "docs/notes/money.md", "Five.\n");
    expect(changed(root).out).toMatch(/No findings in 1 feature/);
  });

  it("a submodule that features link into", () => {
    const [root, other] = [onTopic(), makeWorkspace({ "terms.md": "# Terms\n" })];
    git(other, "init", "-q", "-b", "main");
    commit(other);
    git(root, "checkout", "-q", "main");
    git(root, "submodule", "add", "-q", other, "vendor/terms");
    append(root, `${PLAN}/E00-F02-ledger-export/prd.md`, "\n[terms](../../../../vendor/terms/terms.md)\n");
    commit(root);
    git(root, "checkout", "-q", "-B", "topic");
    renameSync(join(root, "vendor/terms/terms.md"), join(root, "vendor/terms/words.md"));
    commit(join(root, "vendor/terms"));
    commit(root);
    expect(changed(root).out).toMatch(/terms\.md[\s\S]*in 1 feature\./);
  });

  it("in a worktree of its own", () => {
    const root = onTopic();
    const tree = join(makeWorkspace(), "tree");
    git(root, "worktree", "add", "-q", "-b", "other", tree, "main");
    append(tree, `${REFUNDS}/prd.md`, "\n[x](nope.md)\n");
    expect(changed(tree).out).toMatch(/1 error in 1 feature\./);
    expect(changed(root).out).toMatch(/No findings in 0 features\./);
  });

  it("on the merge commit that a service makes of a branch, detached", () => {
    const root = onTopic();
    append(root, `${REFUNDS}/prd.md`, "\n[x](nope.md)\n");
    commit(root);
    const clone = join(makeWorkspace(), "clone");
    // The clone takes what was checked out, the branch, for the main branch of the remote.
    git(root, "clone", "-q", `file://${root}`, clone);
    git(clone, "checkout", "-q", "--detach", "origin/main");
    git(clone, "merge", "-q", "--no-ff", "--no-edit", "origin/topic");
    expect(changed(clone).out).toMatch(/1 error in 1 feature\./);
  });

  it("against the branch that a service says the change is meant for", () => {
    const root = onTopic();
    append(root, `${PLAN}/E00-F02-ledger-export/prd.md`, "\n");
    commit(root);
    git(root, "branch", "release");
    append(root, `${REFUNDS}/prd.md`, "\n");
    commit(root);
    expect(changed(root).out).toMatch(/in 2 features\./);
    expect(runCli(["check", "--no-cache", "--changed"], root, { GITHUB_BASE_REF: "release" }).out).toMatch(/in 1 feature\./);
    expect(runCli(["check", "--changed"], root, { GITHUB_BASE_REF: "elsewhere" })).toMatchObject({
      status: 2,
      err: expect.stringMatching(/meant for "elsewhere", which is not here/),
    });
  });
});

describe("--changed passes on nothing that it cannot see", () => {
  it.each<[string, readonly string[], RegExp]>([
    [
      "the last commit of a branch alone",
      ["--depth", "1", "--branch", "topic"],
      /nothing before it[\s\S]*git fetch --unshallow origin "refs\/heads\/\*:refs\/remotes\/origin\/\*"[\s\S]*--changed <branch>/,
    ],
    [
      "the last commit of the main branch alone",
      ["--depth", "1", "--branch", "main"],
      /nothing before it[\s\S]*git fetch --unshallow origin main:refs/,
    ],
    [
      "the last commit of a main branch of another name",
      ["--depth", "1", "--branch", "master"],
      /nothing before it[\s\S]*git fetch --unshallow origin master:refs[\s\S]*--changed origin\/master/,
    ],
    ["one branch alone", ["--single-branch", "--branch", "topic"], /nothing before it[\s\S]*git fetch origin "refs\/heads/],
  ])("a clone that holds %s", (_, how, told) => {
    const root = onTopic(how.includes("master") ? "master" : "main");
    append(root, `${REFUNDS}/prd.md`, "\n[x](nope.md)\n");
    commit(root);
    const clone = join(makeWorkspace(), "clone");
    git(root, "clone", "-q", ...how, `file://${root}`, clone);
    expect(changed(clone)).toMatchObject({ status: 2, out: "", err: expect.stringMatching(told) });
    const [, fetch = ""] = /(git fetch .*?) \(in CI/.exec(changed(clone).err) ?? [];
    git(clone, ...fetch.replaceAll('"', "").split(" ").slice(1));
    // What it says to do is what it needs.
    expect(changed(clone).status).toBe(how.includes("topic") ? 1 : 0);
  });

  it("a ref that is not here, a history without a common commit, a folder without a repository", () => {
    const root = onTopic();
    expect(changed(root, "nowhere")).toMatchObject({ status: 2, err: expect.stringMatching(/no commit or branch "nowhere"/) });
    expect(changed(root, "--output=x").status).toBe(2);
    git(root, "checkout", "-q", "--orphan", "other");
    append(root, "docs/notes/money.md", "Five.\n");
    commit(root);
    expect(changed(root)).toMatchObject({ status: 2, err: expect.stringMatching(/"main" has no commit in common/) });
    git(root, "branch", "-m", "main", "shipped");
    git(root, "branch", "-m", "other", "work");
    expect(changed(root)).toMatchObject({ status: 2, err: expect.stringMatching(/the main branch is not here/) });
    const bare = makeWorkspace({ [`${REFUNDS}/prd.md`]: "# A\n" });
    expect(runCli(["check", "--changed"], bare, { GIT_CEILING_DIRECTORIES: join(bare, "..") })).toMatchObject({
      status: 2,
      err: expect.stringMatching(/not in a git repository/),
    });
    git(bare, "init", "-q");
    expect(changed(bare)).toMatchObject({ status: 2, err: expect.stringMatching(/there is no commit yet/) });
  });
});
