import { createHash } from "node:crypto";
import type Anthropic from "@anthropic-ai/sdk";
import type { ModelRequest } from "../../../src/agents/call/types.ts";
import { DEFAULTS, type FeatureKey, OUTPUT_KINDS, type OutputKind, openWorkspace, readFeature, sectionTextOf } from "../../../src/core.ts";
import type { Said } from "./server.ts";

const ASKED = /^(?:Write the section|The section) "(.+?)" of (\S+) (?:with write_section|stands)/m;

/** What a model does wrong the first time that it writes a section. */
export type Habit = (body: string) => string;

/** Habits of models, by section. */
export const HABITS: Readonly<Record<string, Habit>> = {
  "Component Details": (body) =>
    `${body.trim()}\n\n${"It does what it has to do, and it does it in the way in which it is done.\n\n".repeat(30)}`,
  "Data Flow": (body) => body.replace("->>", "=>>"),
  "Requirements Coverage": (body) => body.trim().split("\n").slice(0, -1).join("\n"),
  "Interface Specifications": (body) => `${body.trim()}\n\n\`\`\`json\n{ "amount": 12 }\n\`\`\`\n`,
  "Error Handling": (body) => `## Error Handling\n\n${body.trim()}`,
};

/** A model that knows how the documents of a worked example read, and has the habits of models. */
export function createModel(
  keys: readonly FeatureKey[],
  habits: Readonly<Record<string, Habit>> = HABITS,
): (request: ModelRequest) => Said {
  const workspace = openWorkspace(".");
  const features = keys.map((key) => readFeature(workspace, key));
  return (request) => {
    const [first] = request.messages;
    const opening = typeof first?.content === "string" ? first.content : "";
    if (request.output_config?.format) return review(opening);
    const [, section = "", file = ""] = ASKED.exec(opening) ?? [];
    const document = OUTPUT_KINDS.find((kind) => DEFAULTS.files[kind] === file);
    if (!document) return say("Which section shall I write?");
    // The feature is the one whose PRD the request holds.
    const inputs = JSON.stringify(request.system);
    const feature = features.find(({ documents }) =>
      inputs.includes(JSON.stringify(documents.prd?.markdown.sections[0]?.title ?? "").slice(1, -1)),
    );
    const written = sectionTextOf(feature?.documents[document], section) ?? "";
    const body = isToldTooLong(request) ? tighten(written) : written;
    const isFirst = request.messages.length === 1 && opening.startsWith("Write");
    const habit = habits[section];
    return write(document, section, isFirst && habit ? habit(body) : body);
  };
}

/** Whether the model was told, at any time in the conversation, that it has to be shorter. */
function isToldTooLong({ messages }: ModelRequest): boolean {
  return messages.some(({ role, content }) => role === "user" && /unexpected length/i.test(JSON.stringify(content)));
}

/** Says the same in fewer lines: Markdown needs no blank line after a heading. */
function tighten(body: string): string {
  return body.replace(/^(#{3,6} .+)\n\n(?=\S)/gm, "$1\n");
}

export function say(text: string): Said {
  return { content: [{ type: "text", text, citations: null }], stop_reason: "end_turn" };
}

/** The same for the same call, so that a run that is repeated asks the same. */
function toolId(section: string, body: string): string {
  return `toolu_${createHash("sha256").update(`${section}\n${body}`).digest("hex").slice(0, 16)}`;
}

export function write(document: OutputKind | string, section: string, body: string): Said {
  const input = { document, section, body };
  const thinking: Anthropic.ThinkingBlock = { type: "thinking", thinking: `What belongs into ${section}?`, signature: "c2ln" };
  const call: Anthropic.ToolUseBlock = {
    type: "tool_use",
    id: toolId(section, body),
    name: "write_section",
    input,
    caller: { type: "direct" },
  };
  return { content: [thinking, call], stop_reason: "tool_use" };
}

/** One no with words that stand in the document, one with words that do not. */
function review(opening: string): Said {
  const quote = /^\| (?!Decision|---)([^|\n]{20,})/m.exec(opening)?.[1]?.trim() ?? "";
  const no = { answer: "no", document: "architecture", section: "Architecture Overview" };
  const answers = [
    { question: "requirements", answer: "yes", document: "none", section: "", evidence: "", change: "" },
    { ...no, question: "decisions", evidence: quote, change: "Name the requirement that the decision follows from." },
    { ...no, question: "failures", evidence: "These words stand nowhere in the document.", change: "Say what happens." },
  ];
  return say(JSON.stringify({ answers }));
}
