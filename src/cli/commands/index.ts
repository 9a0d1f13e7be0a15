import type { CommandEntry } from "../command.ts";

/** Every command, in the order of the help. A module is loaded only when its command is called. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "init",
    summary: "prepare a project: the folder of the plan, and what your assistant needs to know",
    load: () => import("./init.ts"),
  },
  { name: "new", summary: "create a feature's folder with the skeletons of PRD and research report", load: () => import("./new.ts") },
  { name: "status", summary: "show how far each feature is in the seven steps", load: () => import("./status.ts") },
  { name: "next", summary: "give the brief for the next piece of work on a feature", load: () => import("./next.ts") },
  { name: "draft", summary: "compose both documents from the inputs, without a model or a key", load: () => import("./draft.ts") },
  { name: "generate", summary: "have a model write both documents, checked section by section", load: () => import("./generate.ts") },
  {
    name: "sync",
    summary: "write in both documents what follows from the rest, such as Requirements Coverage",
    load: () => import("./sync.ts"),
  },
  { name: "runs", summary: "list what was generated, and show what it came to", load: () => import("./runs.ts") },
  { name: "check", summary: "check documents against templates, requirements and each other", load: () => import("./check.ts") },
  { name: "finish", summary: "set both documents to complete where every gate holds", load: () => import("./finish.ts") },
  {
    name: "approve",
    summary: "record in a design who approves its text, in which role",
    load: () => import("./approve.ts"),
  },
  {
    name: "survey",
    summary: "read the code: routes, commands, tables, types, events, stack and naming",
    load: () => import("./survey.ts"),
  },
  {
    name: "research",
    summary: "write the research report of a feature from the code, with a link to each line",
    load: () => import("./research.ts"),
  },
  { name: "drift", summary: "tell where the code and finished designs have grown apart", load: () => import("./drift.ts") },
  { name: "render", summary: "draw the diagrams of a feature as SVG and PNG, in a real browser", load: () => import("./render.ts") },
  { name: "page", summary: "write one HTML page for those who review designs and read no Markdown", load: () => import("./page.ts") },
  { name: "read", summary: "show how each block of a PRD was understood, and what was not", load: () => import("./read.ts") },
  { name: "trace", summary: "show where each requirement is answered", load: () => import("./trace.ts") },
  { name: "hazards", summary: "ask a design what goes wrong in production, by its own names", load: () => import("./hazards.ts") },
  {
    name: "export",
    summary: "write the interfaces of a backend design as OpenAPI, AsyncAPI, JSON Schema or Markdown",
    load: () => import("./export.ts"),
  },
  {
    name: "diff",
    summary: "show how interfaces have changed since a revision, and which changes break those who use them",
    load: () => import("./diff.ts"),
  },
  {
    name: "patterns",
    summary: "list, search, show and check the pattern catalogue, and keep a project's own",
    load: () => import("./patterns.ts"),
  },
  {
    name: "system",
    summary: "write the page of the whole system from all features, and tell where they contradict each other",
    load: () => import("./system.ts"),
  },
  {
    name: "adr",
    summary: "begin, list and check architecture decision records",
    load: () => import("./adr.ts"),
  },
  { name: "explain", summary: "tell what a check finds, why, and how to mend it", load: () => import("./explain.ts") },
  { name: "mcp", summary: "serve the workspace to an AI coding assistant over MCP on stdio", load: () => import("./mcp.ts") },
  {
    name: "demo",
    summary: "watch a feature go from its PRD to both documents, through the real MCP server",
    load: () => import("./demo.ts"),
  },
];
