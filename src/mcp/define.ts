import type { CallToolResult, McpServer, ToolCallback } from "@modelcontextprotocol/server";
import type * as z from "zod";
import { type Context, KnownError, loadContext, type Workspace } from "../index.ts";
import { wordError } from "./errors.ts";

/** What a server works with; the workspace's root was resolved once. */
export interface Session {
  workspace: Workspace;
  /** Which rule chose the root; the list of features says it. */
  source: string;
  today(): string;
  version: string;
}

/** What a tool works on. Templates and patterns are read at every call, so that a team's edits count at once. */
interface ToolContext extends Session {
  context: Context;
}

/** One tool: its schemas, its hints, and one function from arguments to data. */
interface Tool<Input extends z.ZodObject, Output extends z.ZodObject> {
  name: string;
  title: string;
  /** The first sentence carries the words that a person would use. */
  description: string;
  input: Input;
  output: Output;
  /** `replaces` may overwrite text that somebody wrote, `adds` leaves all text as it is. */
  effect: "reads" | "adds" | "replaces";
  /** The text says all that the data says: hosts pass on one of the two. */
  run(input: z.output<Input>, context: ToolContext): { data: z.output<Output>; text: string };
}

/** Declares a tool; the types hold its schemas and its function together. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(tool: Tool<Input, Output>): Tool<Input, Output> {
  return tool;
}

/** The largest answer, in characters; hosts cut longer ones. Every tool caps its parts to stay below. */
const LIMIT = 40_000;

/** Registers a tool: success carries data and a text twin, an error carries text alone. */
export function registerTool<Input extends z.ZodObject, Output extends z.ZodObject>(
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
  const call = (input: z.output<Input>): CallToolResult => answer(tool, input, session);
  server.registerTool(
    tool.name,
    { title: tool.title, description: tool.description, inputSchema: tool.input, outputSchema: tool.output, annotations },
    call as ToolCallback<Input>,
  );
}

function answer<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
  input: z.output<Input>,
  session: Session,
): CallToolResult {
  try {
    const { data, text } = tool.run(input, withContext(session));
    const result = { content: [{ type: "text" as const, text }], structuredContent: data as Record<string, unknown> };
    if (JSON.stringify(result).length > LIMIT)
      throw new KnownError(
        "too-long",
        `the answer of ${tool.name} would be longer than ${LIMIT} characters`,
        "Read the feature's documents instead, and tell the person that an entry in them is unusually long.",
      );
    return result;
  } catch (thrown) {
    return { isError: true, content: [{ type: "text", text: wordError(thrown, session.workspace.root).slice(0, LIMIT / 4) }] };
  }
}

export function withContext(session: Session): ToolContext {
  const { workspace } = session;
  return { ...session, context: loadContext(workspace.root, workspace.config) };
}
