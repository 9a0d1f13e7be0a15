import type { CallToolResult, McpServer } from "@modelcontextprotocol/server";
import type { z } from "zod";
import { type Context, KnownError, loadContext, openWorkspace, type Workspace } from "../index.ts";

/** What a server is started with. */
export interface ServeOptions {
  root: string;
  /** Which rule chose the root; the list of features says it. */
  source: string;
  today(): string;
  version: string;
}

/** What a tool works on. Templates and patterns are read at every call, so that a team's edits count at once. */
export interface ToolContext extends ServeOptions {
  workspace: Workspace;
  context: Context;
}

/** One tool: its schemas, its hints, and one function from arguments to data. */
export interface Tool<Input extends z.ZodObject, Output extends z.ZodObject> {
  name: string;
  title: string;
  /** The first sentence carries the words that a person would use. */
  description: string;
  input: Input;
  output: Output;
  /** It writes to the workspace; everything else only reads. */
  writes: boolean;
  /** A second call with the same arguments changes nothing more. */
  idempotent: boolean;
  run(input: z.output<Input>, context: ToolContext): { data: z.input<Output>; text: string };
}

/** Declares a tool; the types hold its schemas and its function together. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(tool: Tool<Input, Output>): Tool<Input, Output> {
  return tool;
}

/** The longest answer, in characters; hosts cut longer ones or refuse them. */
export const LIMIT = 40_000;

/** Registers a tool: success carries data and a text twin, an error carries text alone. */
export function registerTool<Input extends z.ZodObject, Output extends z.ZodObject>(server: McpServer, tool: Tool<Input, Output>, options: ServeOptions): void {
  const annotations = { readOnlyHint: !tool.writes, destructiveHint: false, idempotentHint: tool.idempotent, openWorldHint: false };
  const call = (input: unknown): CallToolResult => answer(tool, input as z.output<Input>, options);
  server.registerTool(tool.name, { title: tool.title, description: tool.description, inputSchema: tool.input, outputSchema: tool.output, annotations }, call as never);
}

function answer<Input extends z.ZodObject, Output extends z.ZodObject>(tool: Tool<Input, Output>, input: z.output<Input>, options: ServeOptions): CallToolResult {
  try {
    const { data, text } = tool.run(input, openContext(options));
    if (JSON.stringify(data).length > LIMIT) throw new KnownError("too-large", "the answer would be too long", "Ask for less: one feature, or one epic.");
    return { content: [{ type: "text", text: text.slice(0, LIMIT) }], structuredContent: data as Record<string, unknown> };
  } catch (thrown) {
    return { isError: true, content: [{ type: "text", text: wordError(thrown, options.root) }] };
  }
}

/** Opens the workspace anew: all state is in its files. */
export function openContext(options: ServeOptions): ToolContext {
  const workspace = openWorkspace(options.root);
  return { ...options, workspace, context: loadContext(workspace.root, workspace.config) };
}

/** Cause and way out, without a stack trace and without a path of this machine. */
export function wordError(thrown: unknown, root: string): string {
  if (!(thrown instanceof KnownError)) return "Internal error of groundplan; nothing was written. Repeat the call once, then report it.";
  return `${thrown.message}. ${thrown.advice}`.replaceAll(root, ".");
}
