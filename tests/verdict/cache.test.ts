import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { seal } from "../fuzz/spoil-cache.ts";
import { runCli } from "../support/cli.ts";
import { copyExamples, makeWorkspace } from "../support/workspace.ts";

const FOLDER = "docs/plan/E00-examples/E00-F01-order-refunds";
const ARCHITECTURE = `${FOLDER}/02-architecture.md`;
const PRD = `${FOLDER}/prd.md`;
const CACHE = ".groundplan/cache";
/** What is kept of each epic: the verdicts, and the facts by family. */
const KEPT = ["choices", "components", "errors", "events", "fields", "integrations", "interfaces", "suppressions", "verdicts"];

/** A worked example, left alone for long enough to be kept. */
async function example(): Promise<string> {
  const root = makeWorkspace();
  copyExamples(root, FOLDER);
  await wait(80);
  return root;
}

// Where CI is set nothing is kept: see below.
const check = (root: string, ...options: string[]) => runCli(["check", "--json", ...options], root, { CI: "" });
const edit = (root: string, file: string, change: (text: string) => string) =>
  writeFileSync(join(root, file), change(readFileSync(join(root, file), "utf8")));
const addTodo = (text: string) => text.replace("## Data Flow\n", "## Data Flow\n\nTODO: the night run.\n");

/** Changes what is kept, as nobody can who does not have the user's secret. */
function forge(root: string, name: string, change: (body: string) => string): void {
  const file = join(root, CACHE, name);
  const before = readFileSync(file, "utf8").replace(/^.*\n/, "");
  const body = change(before);
  expect(body).not.toBe(before);
  writeFileSync(file, seal(body.split("\n")));
}

/** Makes every kept verdict one that a reader would notice. */
const mark = (root: string) => forge(root, "E00-examples.verdicts", (body) => body.replaceAll('"suppressed":0', '"suppressed":77'));
const isMarked = ({ out }: { out: string }) => out.includes('"suppressed": 77');

describe("what is kept of a check", () => {
  it("is told again, word for word, while nothing has changed", async () => {
    const root = await example();
    const first = check(root);
    expect(readdirSync(join(root, CACHE)).sort()).toEqual([...KEPT.map((what) => `E00-examples.${what}`), "across"]);
    expect(check(root)).toEqual(first);
    mark(root);
    expect(isMarked(check(root))).toBe(true);
  });

  it("is the same as without", async () => {
    const root = await example();
    edit(root, ARCHITECTURE, addTodo);
    await wait(80);
    const plain = check(root, "--no-cache");
    expect(existsSync(join(root, CACHE))).toBe(false);
    expect(plain.status).toBe(1);
    expect(check(root)).toEqual(plain);
    expect(check(root)).toEqual(plain);
  });

  it.each<[string, (root: string) => void]>([
    ["a changed document", (root) => edit(root, ARCHITECTURE, (text) => `${text}\n`)],
    ["a document of the same size with its time put back", (root) => putBack(root, ARCHITECTURE)],
    ["an input that is gone", (root) => rmSync(join(root, PRD))],
    ["a configuration", (root) => writeFileSync(join(root, "groundplan.config.yaml"), "checks:\n  vague-wording: off\n")],
    ["a template", (root) => cpSync("context/templates", join(root, "context/templates"), { recursive: true })],
    ["words of the team's own", (root) => cpSync("context/lexicon/nl.yaml", join(root, "context/lexicon/nl.yaml"))],
    ["a pattern", (root) => edit(root, "context/patterns/api-patterns.md", (text) => text.replace("## Pagination", "## Pages"))],
  ])("is not told after %s", async (_, change) => {
    const root = await example();
    check(root);
    mark(root);
    change(root);
    const [first] = JSON.parse(check(root).out).features;
    expect(first.suppressed).toBe(0);
  });

  it.each([
    ["torn", (text: string) => text.slice(0, text.length / 2)],
    ["empty", () => ""],
    ["changed by one letter", (text: string) => text.replace('"suppressed":0', '"suppressed":7')],
    ["something else", () => '["a list"]'],
  ])("is made anew where a file is %s", async (_, spoil) => {
    const root = await example();
    const first = check(root);
    for (const name of readdirSync(join(root, CACHE))) edit(root, `${CACHE}/${name}`, spoil);
    expect(check(root)).toEqual(first);
    expect(check(root)).toEqual(first);
  });

  it.each([
    ["holds no entries", (body: string) => body.replace(/\n[\s\S]*/, "\nnull\nnull")],
    ["has a line too few", (body: string) => body.replace(/\n.*$/, "")],
    ["has findings that are none", (body: string) => body.replace(/"findings":\[\]/, '"findings":[null]')],
    ["holds no number where one belongs", (body: string) => body.replace(/"suppressed":0/, '"suppressed":{}')],
    ["holds a field that nobody knows", (body: string) => body.replace(/"suppressed":0/, '"suppressed":0,"__proto__":{"x":1}')],
    ["is of another feature", (body: string) => body.replace(/"feature":"E00-F01/, '"feature":"E00-F02')],
  ])("is made anew where what seems whole %s", async (_, change) => {
    const root = await example();
    const first = check(root);
    forge(root, "E00-examples.verdicts", change);
    expect(check(root)).toEqual(first);
    expect(check(root)).toEqual(first);
  });

  it("is not taken from the file of another epic", async () => {
    const root = await example();
    cpSync(join(root, FOLDER), join(root, "docs/plan/E01-shop/E00-F01-order-refunds"), { recursive: true });
    edit(root, ARCHITECTURE, addTodo);
    await wait(80);
    const first = check(root);
    cpSync(join(root, CACHE, "E01-shop.verdicts"), join(root, CACHE, "E00-examples.verdicts"));
    expect(check(root)).toEqual(first);
  });

  it.skipIf(process.platform === "win32")("is made anew where a pipe stands in its place, without waiting for it", async () => {
    const root = await example();
    const first = check(root);
    rmSync(join(root, CACHE, "across"));
    execFileSync("mkfifo", [join(root, CACHE, "across")]);
    expect(check(root)).toEqual(first);
  });

  it("is made anew where it is another version's", async () => {
    const root = await example();
    const first = check(root);
    mark(root);
    forge(root, "E00-examples.verdicts", (body) => body.replace(/^.*/, "older"));
    expect(check(root)).toEqual(first);
  });

  it("is not kept of a file whose time tells nothing, such as one from the future", async () => {
    const root = await example();
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(root, ARCHITECTURE), later, later);
    check(root);
    expect(existsSync(join(root, CACHE, "E00-examples.verdicts"))).toBe(false);
  });

  it("is kept without what killed runs have left, also of an epic that is gone", async () => {
    const root = await example();
    check(root);
    const left = join(root, CACHE, ".E99-gone.events.999999999-0123456789ab.tmp");
    writeFileSync(left, "half of");
    edit(root, ARCHITECTURE, addTodo);
    await wait(80);
    check(root);
    expect(existsSync(left)).toBe(false);
  });

  it("is never torn by runs at one time", async () => {
    const root = await example();
    const plain = check(root, "--no-cache");
    const runs = await Promise.all(Array.from({ length: 6 }, () => runAtOnce(root)));
    expect(new Set(runs)).toEqual(new Set([plain.out]));
    expect(check(root)).toEqual(plain);
  });
});

function putBack(root: string, file: string): void {
  const path = join(root, file);
  const before = new Date(Date.now() - 60_000);
  edit(root, file, (text) => text.replace(/[a-z]/, "x"));
  utimesSync(path, before, before);
}

function runAtOnce(root: string): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve("dist/cli.js"), "check", "--json"], { cwd: root });
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.on("close", () => done(out));
  });
}
