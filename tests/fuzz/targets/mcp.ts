import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { KnownError } from "../../../src/findings/errors.ts";
import * as core from "../../../src/mcp/core.ts";
import type { ToolContext } from "../../../src/mcp/define.ts";
import type { Session } from "../../../src/mcp/project.ts";
import { keepTexts } from "../../../src/mcp/seen.ts";
import checkFeature from "../../../src/mcp/tools/check-feature.ts";
import finishFeature from "../../../src/mcp/tools/finish-feature.ts";
import listFeatures from "../../../src/mcp/tools/list-features.ts";
import nextStep from "../../../src/mcp/tools/next-step.ts";
import readPage from "../../../src/mcp/tools/read-page.ts";
import searchPatterns from "../../../src/mcp/tools/search-patterns.ts";
import startFeature from "../../../src/mcp/tools/start-feature.ts";
import traceRequirements from "../../../src/mcp/tools/trace-requirements.ts";
import writeDocument from "../../../src/mcp/tools/write-document.ts";
import writeSection from "../../../src/mcp/tools/write-section.ts";
import { textsIn } from "../corpus.ts";
import { defineTarget, hold } from "../target.ts";

const TOOLS = [
  listFeatures,
  startFeature,
  nextStep,
  writeSection,
  writeDocument,
  checkFeature,
  traceRequirements,
  searchPatterns,
  readPage,
  finishFeature,
];
const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const WRITE = { ...KEY, document: "architecture", section: "Data Flow", body: "One flow.", revision: "0123456789abcdef" };
const CALLS: readonly Record<string, unknown>[] = [
  {},
  KEY,
  { ...KEY, title: "Order refunds", interfaces: ["api", "service"] },
  WRITE,
  { ...KEY, document: "architecture", text: "# A whole document", revision: "0123456789abcdef" },
  { words: "what to do when the provider is down" },
  { address: "checks/line-count" },
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
  const session = { source: "test", today: () => "2026-11-21", env: NO_BROWSER, version: "0.0.0", limitMs: 60_000, seen: keepTexts() };
  return { root: realpathSync(join(root, "inside")), ...session };
}

/** Nothing is drawn here. */
const NO_BROWSER = { PATH: "" };

/** A client that shows no forms, and cancels nothing. */
const ALONE = {
  core,
  person: { ask: () => undefined },
  work: { signal: new AbortController().signal, step: async () => {}, end: () => {} },
};

async function call(given: Record<string, unknown>, session: Session): Promise<void> {
  for (const tool of TOOLS) {
    const parsed = tool.input.safeParse(given);
    if (!parsed.success) continue;
    try {
      const run = tool.run as (input: unknown, context: ToolContext) => Promise<{ data: unknown; text: string }>;
      const { data, text } = await run(parsed.data, { ...core.openProject(session), session, ...ALONE });
      const { output } = tool;
      hold(!(output instanceof z.ZodObject) || output.safeParse(data).success, `the answer of ${tool.name} is as its schema says`);
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
  async run(input) {
    const session = makeSession();
    const given = asRecord(input);
    if (given) await call(given, session);
    else for (const name of Object.keys(WRITE)) await call({ ...WRITE, [name]: input }, session);
    if (!given) await call({ ...KEY, title: input }, session);
    hold(readdirSync(root ?? "").join() === "inside", "nothing is written outside of the workspace");
    const written = readdirSync(join(root ?? "", "inside")).filter((name) => name !== ".groundplan");
    hold(written.join() === "docs", "nothing but the plan is written");
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
