import type Anthropic from "@anthropic-ai/sdk";
import { briefFor, type OutputKind } from "../core.ts";
import type { ModelRequest } from "./call/types.ts";
import { type FeatureRun, reviewNow } from "./feature-run.ts";
import { mostLines } from "./prompt.ts";
import { saveSection } from "./save.ts";
import { readWriteCall, WRITE_SECTION } from "./tools.ts";
import { clean } from "./untrusted.ts";
import { words } from "./words.ts";

/** One section that the model is to write or to mend. */
export interface Task {
  document: OutputKind;
  section: string;
  /** The name of the step in the journal, without the feature. */
  step: string;
  /** The parts of the request that do not depend on the section. */
  request: Omit<ModelRequest, "messages">;
  /** Composes the first words; asked for once, and remembered by the journal. */
  opening(): string;
  /** How often what was written may be mended. */
  repairs: number;
}

/** What a conversation on one section came to. */
export interface Outcome {
  state: "written" | "yours" | "open";
  repairs: number;
  /** What is still wrong. */
  problems: string[];
  /** Nothing that the model handed in was saved: what stands there is not its work. */
  unwritten?: boolean;
}

/** The most that the model may need for an answer when one was cut off. */
const GROWTH = 2;

/**
 * Has the model write one section: it is saved, checked, and sent back with what is wrong until nothing is, or the
 * repairs are used up. Done once for a run: a journal that knows the step answers in its place.
 */
export async function writeByModel(run: FeatureRun, task: Task): Promise<Outcome> {
  const step = `${run.name} ${task.step}`;
  const known = run.journal.recall<Outcome>(`done ${step}`);
  if (known) return known;
  const opening = run.journal.decide(`opening ${step}`, task.opening);
  const outcome = await converse(run, task, opening, step);
  return run.journal.decide(`done ${step}`, () => outcome);
}

async function converse(run: FeatureRun, task: Task, opening: string, step: string): Promise<Outcome> {
  const messages: Anthropic.MessageParam[] = [{ role: "user", content: opening }];
  let request: Omit<ModelRequest, "messages"> = task.request;
  let problems: string[] = [];
  let before: string | undefined;
  let unwritten = true;
  for (let repairs = 0; ; repairs++) {
    const message = await run.ask({ ...request, messages: [...messages] }, step);
    const turn = takeTurn(run, task, message);
    if (turn.state === "yours") return { state: "yours", repairs, problems: [] };
    problems = turn.problems;
    if (turn.state === "saved") unwritten = false;
    if (problems.length === 0) return { state: "written", repairs, problems };
    // The same again would be found the same again.
    const isRepeated = turn.wrote !== undefined && turn.wrote === before;
    before = turn.wrote;
    if (turn.state === "ended" || isRepeated || repairs >= task.repairs)
      return { state: "open", repairs, problems, ...(unwritten && { unwritten }) };
    if (message.stop_reason === "max_tokens")
      request = { ...request, max_tokens: Math.min(request.max_tokens * GROWTH, run.model.maxOutput) };
    messages.push(...turn.reply(task.repairs - repairs));
  }
}

interface Turn {
  /** `ended`: the model will not write this section. */
  state: "saved" | "told" | "yours" | "ended";
  problems: string[];
  /** What was handed in. */
  wrote?: string;
  /** What the conversation goes on with. */
  reply(left: number): Anthropic.MessageParam[];
}

/** Reads an answer, saves what it wrote, and composes what the model is told. */
function takeTurn(run: FeatureRun, task: Task, message: Anthropic.Message): Turn {
  const told = (problems: string[], reply: Turn["reply"], wrote?: string): Turn => ({ state: "told", problems, reply, wrote });
  if (message.stop_reason === "refusal")
    return { state: "ended", problems: [`the model refuses: ${message.stop_details?.explanation ?? "no reason given"}`], reply: () => [] };
  if (message.stop_reason === "model_context_window_exceeded")
    return { state: "ended", problems: ["the inputs do not fit into the model's context"], reply: () => [] };
  const calls = message.content.filter((block) => block.type === "tool_use");
  // A call that was cut off is not carried out, and is not part of the conversation.
  if (message.stop_reason === "max_tokens")
    return told([`the answer was cut off after ${message.usage.output_tokens} tokens`], () => [
      { role: "user", content: words("cut-off", { tokens: String(message.usage.output_tokens), most: mostFor(run, task) }) },
    ]);
  const [call, ...others] = calls;
  if (!call) return told(["no section was written"], () => withoutCall(message, task));
  const read = readWriteCall(call.input, task);
  const saved = read.problem === undefined ? saveSection(run, task.document, task.section, read.body) : undefined;
  if (saved?.state === "yours") return { state: "yours", problems: [], reply: () => [] };
  if (saved?.state === "saved")
    return {
      state: "saved",
      problems: saved.problems,
      wrote: read.body,
      reply: (left) => answered(message, call, others, words("feedback", { problems: list(saved.problems), left: tries(left) }), false),
    };
  const problem = saved?.problem ?? read.problem ?? "";
  return told(
    [problem],
    () => answered(message, call, others, words("no-section", { document: task.document, section: task.section, problem }), true),
    read.body,
  );
}

function withoutCall(message: Anthropic.Message, { document, section }: Task): Anthropic.MessageParam[] {
  const problem = "the answer holds no call of write_section";
  const said = message.content.length > 0 ? [{ role: "assistant" as const, content: message.content }] : [];
  return [...said, { role: "user", content: words("no-section", { document, section, problem }) }];
}

function answered(
  message: Anthropic.Message,
  call: Anthropic.ToolUseBlock,
  others: readonly Anthropic.ToolUseBlock[],
  content: string,
  is_error: boolean,
): Anthropic.MessageParam[] {
  const results: Anthropic.ToolResultBlockParam[] = [
    { type: "tool_result", tool_use_id: call.id, content, ...(is_error && { is_error }) },
    ...others.map(
      ({ id }): Anthropic.ToolResultBlockParam => ({
        type: "tool_result",
        tool_use_id: id,
        content: "Not carried out: one section at a time.",
        is_error: true,
      }),
    ),
  ];
  return [
    { role: "assistant", content: message.content },
    { role: "user", content: results },
  ];
}

function list(problems: readonly string[]): string {
  return clean(problems.map((problem) => `- ${problem}`).join("\n"));
}

function tries(left: number): string {
  return left > 1 ? `${left} tries are left.` : "This is the last try.";
}

function mostFor(run: FeatureRun, { document, section }: Task): string {
  return String(mostLines(briefFor(reviewNow(run), document, section)?.lines ?? 30));
}

/** The request of a section, but for its messages. */
export function authorRequest(run: FeatureRun, system: ModelRequest["system"], effort: "low" | "medium" | "high"): Task["request"] {
  return {
    model: run.model.id,
    max_tokens: Math.min(16_000, run.model.maxOutput),
    system,
    tools: [WRITE_SECTION],
    // What a conversation has said so far is read from the cache when a section is mended.
    cache_control: { type: "ephemeral" },
    ...(run.model.effort && { output_config: { effort } }),
  };
}
