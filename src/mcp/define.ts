import {
  type CallToolResult,
  type InputRequiredResult,
  isInputRequiredResult,
  type McpServer,
  type ServerContext,
  type ToolCallback,
} from "@modelcontextprotocol/server";
import * as z from "zod";
import { KnownError } from "../core.ts";
import { wordError } from "./advice.ts";
import { forgiving } from "./arguments.ts";
import { type Person, personBehind } from "./person.ts";
import type { Project, Session } from "./project.ts";
import { compactSchema } from "./shown/compact-schema.ts";
import { seal, sealAll } from "./shown/data.ts";
import { beginWork, type Work } from "./work.ts";

/** What a tool works on, for one call. */
export interface ToolContext extends Project {
  session: Session;
  person: Person;
  work: Work;
  core: typeof import("./core.ts");
}

/** For tools that answer with Markdown: it is text alone. */
export const TEXT_ALONE = z.undefined();

/** Where the data of an answer stands that is to be read: programs find it there, and no model reads it a second time. */
const DATA = "groundplan/data";

/** What a tool answers: data with its text twin, or a question to the person. */
type Outcome<Data> = { data: Data; text: string } | InputRequiredResult;

/** One tool: its schemas, its hints, and one function from arguments to data. */
interface Tool<Input extends z.ZodObject, Output extends z.ZodObject | typeof TEXT_ALONE> {
  name: string;
  title: string;
  /** The first sentence carries the words that a person would use. */
  description: string;
  input: Input;
  output: Output;
  /** The answer is to be read: its text says what counts, and hosts pass on nothing else. */
  read?: true;
  /** `replaces` may overwrite text that somebody wrote, `adds` leaves all text as it is. */
  effect: "reads" | "adds" | "replaces";
  /** The feature that it names may be a new one. */
  begins?: boolean;
  /** What to do when the call takes too long. */
  whenSlow?: string;
  /** Where the answer is data, the text says all that the data says: hosts pass on one of the two. */
  run(input: z.output<Input>, context: ToolContext): Outcome<z.output<Output>> | Promise<Outcome<z.output<Output>>>;
}

/** Declares a tool; the types hold its schemas and its function together. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject | typeof TEXT_ALONE>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}

/** The largest answer, in characters; hosts cut longer ones. Every tool caps its parts to stay below. */
const LIMIT = 40_000;

/** Registers a tool: what is to be read is text, what is data has a text twin, an error carries text alone. */
export function registerTool<Input extends z.ZodObject, Output extends z.ZodObject | typeof TEXT_ALONE>(
  server: McpServer,
  tool: Tool<Input, Output>,
  session: Session,
): void {
  // A repeated write is refused by its stale revision, or changes nothing: every tool is idempotent.
  const annotations = {
    readOnlyHint: tool.effect === "reads",
    destructiveHint: tool.effect === "replaces",
    idempotentHint: true,
    openWorldHint: false,
  };
  const { name, title, description, input, output, read } = tool;
  const schemas = {
    inputSchema: forgiving(compactSchema(input), input),
    ...(output instanceof z.ZodObject && !read && { outputSchema: compactSchema(output) }),
  };
  const call = (given: z.output<Input>, context: ServerContext) => answer(tool, given, session, server, context);
  server.registerTool(name, { title, description, annotations, ...schemas }, call as ToolCallback<(typeof schemas)["inputSchema"]>);
}

async function answer<Input extends z.ZodObject, Output extends z.ZodObject | typeof TEXT_ALONE>(
  tool: Tool<Input, Output>,
  input: z.output<Input>,
  session: Session,
  server: McpServer,
  context: ServerContext,
): Promise<CallToolResult | InputRequiredResult> {
  const work = beginWork(context, session.limitMs, tool.whenSlow ?? "Call it once more; if it takes too long again, tell the person.");
  try {
    const core = await import("./core.ts");
    const project = await core.openWithCode(session);
    const named = namesFeature(input) ? input : undefined;
    const key = named && (tool.begins ? core.beginningKey : core.meantKey)(project.workspace, named);
    if (key && tool.effect !== "reads") await core.whenWritable(project.workspace, key, work.signal);
    // What was cancelled before it began is not begun.
    work.signal.throwIfAborted();
    const outcome = await tool.run({ ...input, ...key }, { ...project, session, person: personBehind(server, context), work, core });
    if (isInputRequiredResult(outcome)) return outcome;
    const { data, text } = outcome;
    const result = {
      content: [{ type: "text" as const, text: seal(named && key ? `${core.tellMeant(named, key)}${text}` : text) }],
      ...toldAs(tool.read, data),
    };
    if (JSON.stringify(result).length > LIMIT)
      throw new KnownError(
        "too-long",
        `the answer of ${tool.name} would be longer than ${LIMIT} characters`,
        "Read the feature's documents instead, and tell the person that an entry in them is unusually long.",
      );
    return result;
  } catch (thrown) {
    return { isError: true, content: [{ type: "text", text: seal(wordError(thrown, session.root)).slice(0, LIMIT / 4) }] };
  } finally {
    work.end();
  }
}

function toldAs(read: true | undefined, data: unknown) {
  if (data === undefined) return {};
  const sealed = sealAll(data) as Record<string, unknown>;
  return read ? { _meta: { [DATA]: sealed } } : { structuredContent: sealed };
}

function namesFeature(input: object): input is { epic: string; feature: string } {
  return "epic" in input && typeof input.epic === "string" && "feature" in input && typeof input.feature === "string";
}
