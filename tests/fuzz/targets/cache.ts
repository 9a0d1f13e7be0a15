import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { checkFeatures, listFeatures, openWorkspace, type Workspace } from "../../../src/core.ts";
import { randomOf } from "../random.ts";
import { SPOILERS, type Spoilt } from "../spoil-cache.ts";
import { defineTarget, hold } from "../target.ts";

const CACHE = ".groundplan/cache";
const EXAMPLE = "docs/plan/E00-examples/E00-F01-order-refunds";
const PRD = "# Parcels\n\n## Overview\n\n[Research](research.md). <!-- groundplan-ignore vague-wording -->\n";
// Two epics with features of the same names, so that a file of the one could pass for that of the other.
const FEATURES = ["E01-shop/F01-refunds", "E01-shop/F02-parcels", "E02-desk/F01-refunds", "E02-desk/F02-parcels"];

/** What somebody else's program may write in place of a value. */
const VALUES = [
  "null",
  "true",
  "0",
  "1e999",
  '""',
  "[]",
  "{}",
  "[[]]",
  '[null, "x"]',
  '{"__proto__": {"polluted": true}}',
  '{"constructor": {"prototype": {"polluted": true}}}',
  '{"name": "F01-refunds", "stamp": "x", "sources": [1]}\n{"files": [], "body": {}}',
  '{"name": "__proto__", "stamp": "x", "sources": ["../../../etc/passwd"]}\n{"files": {}, "body": null}',
  '{"length": 4294967295}',
  "[".repeat(20_000) + "]".repeat(20_000),
  `[${"0,".repeat(100_000)}0]`,
];

// Without a build nothing is kept: there is no telling whether the rules are still the same.
Object.assign(globalThis, { GROUNDPLAN_BUILD: "fuzzed" });

interface Kept {
  workspace: Workspace;
  /** What a check tells that keeps nothing. */
  plain: unknown;
  /** The files of the cache, as they were written. */
  files: ReadonlyMap<string, string>;
}

let kept: Promise<Kept> | undefined;

async function makeKept(): Promise<Kept> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "groundplan-fuzz-")));
  for (const feature of FEATURES) {
    const folder = join(root, "docs/plan", feature);
    mkdirSync(folder, { recursive: true });
    if (feature === FEATURES[0]) cpSync(EXAMPLE, folder, { recursive: true });
    else writeFileSync(join(folder, "prd.md"), PRD);
  }
  // Nothing is kept of a file that has changed just now.
  await new Promise((resolve) => setTimeout(resolve, 80));
  const workspace = openWorkspace(root);
  const plain = await check(workspace, false);
  await check(workspace, true);
  const folder = join(root, CACHE);
  return { workspace, plain, files: new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")])) };
}

function check(workspace: Workspace, cache: boolean): Promise<unknown> {
  return checkFeatures(workspace, listFeatures(workspace), { baseline: true, across: true, cache });
}

/** What is kept of a check, each of its files spoilt in one way or left as it was. */
export const cache = defineTarget({
  name: "cache",
  corpus: VALUES,
  run(input) {
    const random = randomOf(Buffer.from(input).reduce((sum, byte) => Math.imul(sum, 31) + byte, input.length));
    return checkSpoilt((text, others) => random.pick([() => text, ...Object.values(SPOILERS)])(text, random.pick(others), input, random));
  },
});

/**
 * Spoils each file of a cache, and checks twice.
 *
 * @param spoil given the text of the file and those of all
 * @throws Error where a check tells something else than one without a cache
 */
export async function checkSpoilt(spoil: (text: string, others: readonly string[]) => Spoilt): Promise<void> {
  kept ??= makeKept();
  const { workspace, plain, files } = await kept;
  hold(files.size === 19, "a check keeps the verdicts and each family of facts of both epics, and what it finds across them");
  for (const [name, text] of files) put(join(workspace.root, CACHE, name), spoil(text, [...files.values()]));
  for (const time of ["first", "second"])
    hold(isDeepStrictEqual(await check(workspace, true), plain), `the ${time} check tells what one without a cache tells`);
}

function put(path: string, spoilt: Spoilt): void {
  rmSync(path, { recursive: true, force: true });
  if (typeof spoilt === "string") {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, spoilt);
  } else if (spoilt.instead === "folder") mkdirSync(join(path, "within"), { recursive: true });
  else symlinkSync("across", path);
}

/** Takes the workspace away again. */
export async function removeKept(): Promise<void> {
  if (kept) rmSync((await kept).workspace.root, { recursive: true, force: true });
  kept = undefined;
}
