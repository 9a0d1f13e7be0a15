import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { resumeJournal } from "../../../src/agents/journal/journal.ts";
import { markLine } from "../../../src/agents/journal/marks.ts";
import { readRun } from "../../../src/agents/journal/runs.ts";
import { openWorkspace, userSecret } from "../../../src/core.ts";
import { defineTarget, hold } from "../target.ts";

const ID = "2026-11-21T10-00-00-ab12";
const USAGE = { input_tokens: 1200, output_tokens: 300, cache_creation_input_tokens: 0, cache_read_input_tokens: 900 };
const MESSAGE = {
  id: "msg_1",
  type: "message",
  role: "assistant",
  model: "claude-opus-4-5",
  content: [{ type: "text", text: "One flow." }],
  usage: USAGE,
};
const AT = "2026-11-21T10:00:00Z";
const RECORDS = [
  {
    type: "run",
    version: 1,
    id: ID,
    started: AT,
    groundplan: "0.0.0",
    model: "claude-opus-4-5",
    features: ["E01-shop/E01-F01-order-refunds"],
  },
  { type: "step", name: "plan", value: { sections: ["Data Flow"] } },
  { type: "call", hash: "0123456789abcdef", step: "Data Flow", message: MESSAGE },
  { type: "attempt", hash: "0123456789abcdef", step: "Data Flow", usage: USAGE, model: "claude-opus-4-5", reason: "overloaded" },
  { type: "text", section: "architecture Data Flow", hash: "fedcba9876543210" },
  { type: "batch-intent", requests: ["0123456789abcdef"], at: AT },
  { type: "batch", id: "msgbatch_1", requests: ["0123456789abcdef"] },
  { type: "resumed", at: AT },
  { type: "end", at: AT, state: "finished" },
];

let root: string | undefined;

/** The journal of a run, as it is told and as it is gone on with. */
export const journal = defineTarget({
  name: "journal",
  corpus: [RECORDS, RECORDS.slice(0, 4)].map((records) => records.map((record) => `${JSON.stringify(record)}\n`).join("")),
  run(input) {
    root ??= realpathSync(mkdtempSync(join(tmpdir(), "groundplan-fuzz-")));
    const file = join(root, ".groundplan/runs", ID, "journal.jsonl");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, marked(input));
    const workspace = openWorkspace(root);
    const { state, ledger } = readRun(workspace, ID);
    hold(["finished", "open", "broken"].includes(state), "a run has its state");
    hold(
      Object.values(ledger).every((value) => typeof value !== "number" || Number.isFinite(value)),
      "sums are numbers",
    );
    const resumed = resumeJournal(workspace, ID, AT);
    resumed.answerTo("0123456789abcdef");
    resumed.close();
    hold(readRun(workspace, ID).records.at(-1)?.type === "resumed", "what is added stands at the end");
  },
});

/** The input as this user's groundplan would have written it: what is fuzzed is what a line holds. */
function marked(input: string): string {
  const secret = userSecret("/nowhere");
  let before = ID;
  return input
    .split(/(?<=\n)/)
    .map((line) => {
      if (!secret || !line.endsWith("}\n")) return line;
      const { line: own, mark } = markLine(line.trimEnd(), before, secret);
      before = mark;
      return `${own}\n`;
    })
    .join("");
}

/** Takes the workspace away again. */
export function removeRuns(): void {
  if (root) rmSync(root, { recursive: true, force: true });
  root = undefined;
}
