import { shippedInstructions } from "../context/instructions.ts";
import { readText } from "../feature/read-file.ts";
import type { Workspace } from "../feature/workspace.ts";
import { exists, writeText } from "../feature/writing/write-document.ts";
import { ASSISTANTS } from "./index.ts";
import type { Assistant, Format, Merged, ServerCommand } from "./types.ts";

// Parsers of configuration files are loaded when one is to be set up, and at no other start.
const FORMATS: Readonly<Record<Assistant["format"], () => Promise<Format>>> = {
  json: () => import("./formats/json.ts"),
  toml: () => import("./formats/toml.ts"),
  markdown: () => import("./formats/markdown.ts"),
};

/** What would be done to the file of one assistant. */
export interface SetUp {
  assistant: Assistant;
  /** The file's text; null where there is none. */
  before: string | null;
  /** The revision of that text; null where there is none. */
  revision: string | null;
  change: Merged;
  /** What to add by hand where the file cannot be changed safely. */
  paste: string;
}

/** @returns the assistants that a project uses, by the files and folders that they leave in it. */
export function detectAssistants(workspace: Workspace): Assistant[] {
  return ASSISTANTS.filter(({ signs }) => signs.some((sign) => isThere(workspace, sign)));
}

function isThere(workspace: Workspace, path: string): boolean {
  try {
    return exists(workspace, path);
  } catch {
    // A sign that leads out of the project by a symbolic link is none of ours.
    return false;
  }
}

/**
 * Works out what adding groundplan to an assistant's file means; nothing is written.
 *
 * @param known the assistant, whose entry is completed with the command
 * @throws KnownError (`confinement`) where the file would be outside of the workspace
 */
export async function planSetUp(workspace: Workspace, known: Assistant, { command, args }: ServerCommand): Promise<SetUp> {
  const called: Assistant["entry"] = known.inOneList ? { command: [command, ...args] } : { command, args };
  const assistant = known.format === "markdown" ? known : { ...known, entry: { ...known.entry, ...called } };
  const { create, merge } = await FORMATS[assistant.format]();
  const instructions = shippedInstructions();
  const paste = create(assistant, instructions);
  const read = readText(workspace, assistant.file);
  if (!read) return { assistant, before: null, revision: null, change: { outcome: "changed", text: paste }, paste };
  const { text, revision, trouble } = read;
  const isEmpty = text.trim() === "";
  const change: Merged = trouble
    ? { outcome: "refused", reason: `it cannot be read (${trouble})` }
    : isEmpty
      ? { outcome: "changed", text: paste }
      : merge(text, assistant, instructions);
  return { assistant, before: text, revision, change, paste };
}

/**
 * Writes what was planned.
 *
 * @throws KnownError (`stale-revision`) where the file has changed since, (`cannot-write`) where the disk refuses
 */
export function applySetUp(workspace: Workspace, { assistant, revision, change }: SetUp): void {
  if (change.outcome === "changed") writeText(workspace, assistant.file, change.text, revision);
}
