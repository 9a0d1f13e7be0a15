import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OutputKind } from "../../../src/core.ts";
import { type Answer, CLIENTS } from "../clients.ts";
import { draftOf, FILES, toldOf } from "./draft.ts";
import type { Dialogue, Outcome, Slip } from "./types.ts";

const INPUTS = ["prd.md", "00-research-report.md", "01-interface-contracts.md", "03-data-design.md"];
const [, connect] = CLIENTS[0] as (typeof CLIENTS)[number];
/** Tools that are not about one feature. */
const LOOKS = new Set(["search_patterns", "read_page"]);
/** An author who has mended as often and is told of something still gives up. */
const MOST_ROUNDS = 8;

/**
 * Replays what an assistant did against the server: it starts the feature, reads the brief, writes each document whole, mends in one
 * call what an answer tells, and finishes. What no answer tells, it does not mend.
 */
export async function replay(dialogue: Dialogue): Promise<Outcome> {
  const root = mkdtempSync(join(tmpdir(), "groundplan-guidance-"));
  try {
    prepare(root, dialogue);
    const server = await connect(root);
    const outcome: Outcome = {
      ...{ calls: new Map(), read: 0, written: 0, kept: 0 },
      ...{ rewrites: { contradiction: 0, gap: 0, form: 0 }, untold: [] },
    };
    const { tools } = await server.client.listTools();
    outcome.read += (JSON.stringify(tools).length + (server.client.getInstructions() ?? "").length) / 4;
    const key = { epic: dialogue.epic, feature: dialogue.feature };
    const call = async (tool: string, input: Record<string, unknown>) => {
      const answer = await server.call(tool, input);
      if (process.env.SHOW) console.log(`>> ${tool}\n${answer.text}\n`);
      const read = answer.text.length / 4;
      const { calls, read: before } = outcome.calls.get(tool) ?? { calls: 0, read: 0 };
      outcome.calls.set(tool, { calls: calls + 1, read: before + read });
      outcome.read += read;
      return answer;
    };
    try {
      await design(dialogue, outcome, root, (tool, input) => call(tool, LOOKS.has(tool) ? input : { ...key, ...input }));
    } catch (thrown) {
      outcome.stuck = thrown instanceof Error ? thrown.message : String(thrown);
    }
    const folder = join(root, dialogue.folder);
    for (const file of Object.values(FILES))
      if (existsSync(join(folder, file))) outcome.kept += readFileSync(join(folder, file), "utf8").length;
    await server.client.close();
    return outcome;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A repository of its own, with the inputs of the feature and the decisions that they cite. */
function prepare(root: string, { folder, source = folder }: Dialogue): void {
  mkdirSync(join(root, folder), { recursive: true });
  for (const file of INPUTS) if (existsSync(join(source, file))) cpSync(join(source, file), join(root, folder, file));
  cpSync("docs/adr", join(root, "docs/adr"), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.email=t@example.org", "-c", "user.name=t", ...args], { cwd: root, stdio: "ignore" });
  git("init");
  git("add", "-A");
  git("commit", "-m", "inputs");
}

type Call = (tool: string, input: Record<string, unknown>) => Promise<Answer>;

async function design(dialogue: Dialogue, outcome: Outcome, root: string, call: Call): Promise<void> {
  let open = dialogue.slips;
  const textOf = (kind: OutputKind) => readFileSync(join(root, dialogue.folder, FILES[kind]), "utf8");
  const revisions = new Map<string, string>();
  const noteRevision = ({ text }: Answer, kind: OutputKind) => {
    const [, revision] = /revision ([0-9a-f]{16})/.exec(text) ?? [];
    if (revision) revisions.set(kind, revision);
  };
  await call("start_feature", {});
  let last = await call("next_step", {});
  for (const [tool, input] of dialogue.looks) await call(tool, input);
  for (const kind of ["architecture", "backend-design"] as const) {
    if (!last.text.includes(`document ${kind}, revision`)) last = await call("next_step", {});
    const text = draftOf(dialogue, kind);
    outcome.written += text.length;
    last = refused(await call("write_document", { document: kind, text }));
    noteRevision(last, kind);
    last = await mend(kind);
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const finished = await call("finish_feature", {});
    if (!finished.isError) {
      outcome.untold = [...open];
      return;
    }
    last = finished;
    for (const kind of ["architecture", "backend-design"] as const) {
      const told = toldOf(finished.text, textOf(kind), open, kind);
      if (told.length > 0) last = await mend(kind, finished);
    }
    if (last === finished) throw new Error(`nothing in the dialogue answers: ${finished.text}`);
  }
  throw new Error("it mends and mends, and does not come to an end");

  /** Mends in one call what the last answer tells of a document, as long as one tells anything. */
  async function mend(kind: OutputKind, first: Answer = last): Promise<Answer> {
    let answer = first;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const present = textOf(kind);
      const told = toldOf(answer.text, present, open, kind);
      if (told.length === 0) return answer;
      const [one, ...more] = told.map(({ final, draft }) => ({ replaces: draft, text: final }));
      const revision = revisions.get(kind) ?? (await revisionOf(kind));
      for (const { final, cause } of told) {
        outcome.written += final.length;
        outcome.rewrites[cause]++;
      }
      open = open.filter((slip) => !told.includes(slip));
      answer = refused(await call("write_document", { document: kind, ...one, ...(more.length > 0 && { more }), revision }));
      revisions.clear();
      noteRevision(answer, kind);
    }
    return answer;
  }

  async function revisionOf(kind: OutputKind): Promise<string> {
    const { data } = await call("check_feature", {});
    return data.documents.find((each: { kind: string }) => each.kind === kind).revision;
  }
}

function refused(answer: Answer): Answer {
  if (answer.isError) throw new Error(answer.text);
  return answer;
}

/** @returns slips by whether they were told. */
export function sayUntold(slips: readonly Slip[]): string[] {
  return slips.map(({ in: kind, cause, draft }) => `  not told (${cause}, ${kind}): ${draft.replace(/\s+/g, " ").slice(0, 100)}`);
}
