import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as z from "zod";
import { KnownError } from "../../../src/errors.ts";
import { openWorkspace } from "../../../src/index.ts";
import { type Session, withContext } from "../../../src/mcp/define.ts";
import checkFeature from "../../../src/mcp/tools/check-feature.ts";
import finishFeature from "../../../src/mcp/tools/finish-feature.ts";
import listFeatures from "../../../src/mcp/tools/list-features.ts";
import nextStep from "../../../src/mcp/tools/next-step.ts";
import startFeature from "../../../src/mcp/tools/start-feature.ts";
import writeSection from "../../../src/mcp/tools/write-section.ts";
import { textsIn } from "../corpus.ts";
import { defineTarget, hold } from "../target.ts";

const TOOLS = [listFeatures, startFeature, nextStep, writeSection, checkFeature, finishFeature];
const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const WRITE = { ...KEY, document: "architecture", section: "Data Flow", body: "One flow.", revision: "0123456789abcdef" };
const CALLS: readonly Record<string, unknown>[] = [
  {},
  KEY,
  { ...KEY, title: "Order refunds", interfaces: ["api", "service"] },
  WRITE,
  { epic: "../..", feature: "etc" },
  { epic: "__proto__", feature: "constructor", title: "toString" },
];

/** What may be an argument by itself: the keys of features, titles, bodies of sections. */
const VALUES = [...Object.values(WRITE), ...textsIn("docs/plan"), "E01-shop", "con", "a/b", "..", ".", "E01\u0000", "Ｅ０１"];

let root: string | undefined;
let calls = 0;

/** A workspace inside of a folder of its own, in which nothing else may appear. */
function makeSession(): Session {
  if (root === undefined || calls % 200 === 0) {
    if (root) rmSync(root, { recursive: true, force: true });
    root = mkdtempSync(join(tmpdir(), "groundplan-fuzz-"));
    mkdirSync(join(root, "inside/docs"), { recursive: true });
    cpSync("docs/plan/E00-examples/E00-F01-order-refunds", join(root, "inside/docs/plan/E00-examples/E00-F01-order-refunds"), {
      recursive: true,
    });
  }
  calls++;
  return { workspace: openWorkspace(join(root, "inside")), source: "test", today: () => "2026-11-21", version: "0.0.0" };
}

function call(given: Record<string, unknown>, session: Session): void {
  for (const tool of TOOLS) {
    const parsed = tool.input.safeParse(given);
    if (!parsed.success) continue;
    try {
      const run = tool.run as (input: unknown, context: ReturnType<typeof withContext>) => { data: unknown; text: string };
      const { data, text } = run(parsed.data, withContext(session));
      hold((tool.output as z.ZodObject).safeParse(data).success, `the answer of ${tool.name} is as its schema says`);
      hold(text !== "", `the answer of ${tool.name} has words`);
    } catch (thrown) {
      if (!(thrown instanceof KnownError)) throw thrown;
    }
  }
}

/** What the tools make of arguments: an input is all of them as JSON, or else takes the place of each in turn. */
export const mcp = defineTarget({
  name: "mcp",
  corpus: [...CALLS.map((given) => JSON.stringify(given)), ...VALUES],
  run(input) {
    const session = makeSession();
    const given = asRecord(input);
    if (given) call(given, session);
    else for (const name of Object.keys(WRITE)) call({ ...WRITE, [name]: input }, session);
    if (!given) call({ ...KEY, title: input }, session);
    hold(readdirSync(root ?? "").join() === "inside", "nothing is written outside of the workspace");
    hold(readdirSync(join(root ?? "", "inside")).join() === "docs", "nothing but the plan is written");
  },
});

function asRecord(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the workspace away again. */
export function removeWorkspace(): void {
  if (root) rmSync(root, { recursive: true, force: true });
  root = undefined;
}
