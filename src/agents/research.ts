import type Anthropic from "@anthropic-ai/sdk";
import { createInputs, type Review, sectionTextOf } from "../core.ts";
import type { ModelRequest } from "./call/types.ts";
import { EXPLORE_TOOLS, explore } from "./explore/tools.ts";
import { type FeatureRun, own, reviewNow } from "./feature-run.ts";
import { systemFor } from "./prompt.ts";
import { saveSection } from "./save.ts";
import { WRITE_SECTION, WriteArguments } from "./tools.ts";
import { asDocument } from "./untrusted.ts";
import { readRole, words } from "./words.ts";

/** The most answers of the model until the report has to stand. */
const MOST_TURNS = 40;

/**
 * Has the research report written from the repository where there is none: the model looks around with tools that
 * only read, and writes section by section.
 *
 * @returns what is still missing in the report
 */
export async function research(run: FeatureRun): Promise<string[]> {
  const step = `${run.name} research`;
  const isBegun = run.journal.recall(`begun ${step}`) !== undefined;
  const isDone = run.journal.recall(`done ${step}`) !== undefined;
  if (isDone || (reviewNow(run).model.documents.research && !isBegun)) return isDone ? gaps(run) : [];
  run.journal.decide(`begun ${step}`, () => true);
  createInputs(run.workspace, run.context, { key: run.key, interfaces: [], today: run.today });
  const skeleton = reviewNow(run);
  for (const { title } of sectionsOf(skeleton)) own(run, "research", title, sectionTextOf(skeleton.model.documents.research, title) ?? "");
  await lookAround(run, step, skeleton);
  run.journal.decide(`done ${step}`, () => true);
  for (const { title } of sectionsOf(skeleton))
    run.notify({
      event: "section",
      feature: run.name,
      document: "research",
      section: title,
      result: isFilled(run, title) ? "written" : "open",
      repairs: 0,
      problems: [],
    });
  return gaps(run);
}

function sectionsOf({ model }: Review) {
  return model.context.templates.research.sections;
}

async function lookAround(run: FeatureRun, step: string, review: Review): Promise<void> {
  const request = requestFor(run, review);
  const messages: Anthropic.MessageParam[] = [
    { role: "user", content: run.journal.decide(`opening ${step}`, () => openingFor(run, review)) },
  ];
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const message = await run.ask({ ...request, messages: [...messages] }, step);
    const calls = message.content.filter((block) => block.type === "tool_use");
    if (message.stop_reason !== "tool_use" || calls.length === 0) return;
    // A repository that changes must not change what the model was told.
    const results = run.journal.decide(`${step} tools of ${message.id}`, () => calls.map((call) => carryOut(run, call)));
    messages.push({ role: "assistant", content: message.content }, { role: "user", content: results });
  }
}

function carryOut(run: FeatureRun, { id, name, input }: Anthropic.ToolUseBlock): Anthropic.ToolResultBlockParam {
  const result = name === WRITE_SECTION.name ? write(run, input) : explore(run.workspace, name, input);
  return { type: "tool_result", tool_use_id: id, content: result.text, ...(result.isError && { is_error: true }) };
}

function write(run: FeatureRun, input: unknown): { text: string; isError: boolean } {
  const parsed = WriteArguments.safeParse(input);
  if (!parsed.success) return { text: `unexpected arguments: ${parsed.error.issues[0]?.message ?? ""}`, isError: true };
  const { document, section, body } = parsed.data;
  const titles = run.context.templates.research.sections.map(({ title }) => title);
  if (document !== "research" || !titles.includes(section))
    return {
      text: `unexpected section "${section}" of ${document}, expected one of the research report: ${titles.join("; ")}`,
      isError: true,
    };
  const saved = saveSection(run, "research", section, body);
  if (saved.state === "refused") return { text: saved.problem, isError: true };
  if (saved.state === "yours") return { text: "A person has written this section: it stays as it is.", isError: true };
  return { text: saved.problems.length > 0 ? `Saved. What is wrong with it:\n${saved.problems.join("\n")}` : "Saved.", isError: false };
}

function requestFor(run: FeatureRun, { model }: Review): Omit<ModelRequest, "messages"> {
  const role = readRole("researcher");
  const prd = model.documents.prd;
  return {
    model: run.model.id,
    max_tokens: Math.min(16_000, run.model.maxOutput),
    system: systemFor(role, prd ? asDocument(run.workspace.config.files.prd, prd.markdown.text) : ""),
    tools: [...EXPLORE_TOOLS, WRITE_SECTION],
    cache_control: { type: "ephemeral" },
    ...(run.model.effort && { output_config: { effort: role.effort } }),
  };
}

function openingFor(run: FeatureRun, review: Review): string {
  const { title } = review.model.documents.prd?.markdown.sections[0] ?? { title: run.key.feature };
  return words("research", {
    title,
    file: run.workspace.config.files.research,
    shape: asDocument("template", run.context.templates.research.text),
  });
}

function isFilled(run: FeatureRun, title: string): boolean {
  const text = sectionTextOf(reviewNow(run).model.documents.research, title);
  return text !== undefined && !/\{[^{}\n]+\}/.test(text);
}

function gaps(run: FeatureRun): string[] {
  return sectionsOf(reviewNow(run))
    .filter(({ title, optional }) => !optional && !isFilled(run, title))
    .map(({ title }) => `${run.workspace.config.files.research}: ${title}: nothing was found out`);
}
