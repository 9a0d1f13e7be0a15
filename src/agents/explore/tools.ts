import type Anthropic from "@anthropic-ai/sdk";
import * as z from "zod";
import { KnownError, openRepository, type Repository, strikeSecrets, type Workspace } from "../../core.ts";
import { schemaOf } from "../tools.ts";
import { asDocument } from "../untrusted.ts";

/** The tools with which the researcher looks at the repository. None of them writes. */

const MOST_NAMES = 300;
const MOST_HITS = 60;
const MOST_LINES = 250;

const shapes = {
  list_files: z.strictObject({ folder: z.string().max(300).describe("relative to the repository; empty for all of it") }),
  search_files: z.strictObject({
    text: z.string().min(2).max(100).describe("a text as it stands, in any case"),
    folder: z.string().max(300).describe("where to search; empty for everywhere"),
  }),
  read_file: z.strictObject({
    path: z.string().max(300),
    from: z.int().min(1).describe("the first line; up to 250 lines are returned"),
  }),
};

type Name = keyof typeof shapes;

const DESCRIPTIONS: Readonly<Record<Name, string>> = {
  list_files: "Lists the files of the repository, below a folder.",
  search_files: "Finds the lines that hold a text, with their files and numbers.",
  read_file: "Reads a part of a file.",
};

export const EXPLORE_TOOLS: Anthropic.Tool[] = (Object.keys(shapes) as Name[]).map((name) => ({
  name,
  description: DESCRIPTIONS[name],
  input_schema: schemaOf(shapes[name]),
}));

/** @returns what a tool answers, marked as data of the repository; a mistake is told to the model and not thrown. */
export function explore(workspace: Workspace, name: string, input: unknown): { text: string; isError: boolean } {
  try {
    return { text: answer(openRepository(workspace), name, input), isError: false };
  } catch (thrown) {
    if (thrown instanceof KnownError) return { text: `${thrown.message}. ${thrown.advice}`, isError: true };
    if (thrown instanceof z.ZodError) return { text: `unexpected arguments: ${thrown.issues[0]?.message ?? ""}`, isError: true };
    throw thrown;
  }
}

function answer(repository: Repository, name: string, input: unknown): string {
  switch (name) {
    case "list_files": {
      const { folder } = shapes.list_files.parse(input);
      return asDocument(folder || ".", some(repository.files(folder), MOST_NAMES));
    }
    case "search_files": {
      const { text, folder } = shapes.search_files.parse(input);
      return asDocument(`search for ${text}`, some(search(repository, text.toLowerCase(), folder), MOST_HITS));
    }
    case "read_file": {
      const { path, from } = shapes.read_file.parse(input);
      // Struck out as a whole: a part of a secret looks like none.
      const lines = strikeSecrets(repository.text(path)).split("\n");
      const part = lines.slice(from - 1, from - 1 + MOST_LINES).join("\n");
      return asDocument(`${path}, lines ${from} to ${Math.min(lines.length, from - 1 + MOST_LINES)} of ${lines.length}`, part);
    }
    default:
      throw new KnownError("explore", `no tool ${name}`, `The tools are: ${Object.keys(shapes).join(", ")}, write_section.`);
  }
}

function search(repository: Repository, text: string, folder: string): string[] {
  const hits: string[] = [];
  for (const path of repository.files(folder)) {
    if (hits.length > MOST_HITS) break;
    const whole = textOf(repository, path);
    if (!whole.toLowerCase().includes(text)) continue;
    for (const [index, line] of strikeSecrets(whole).split("\n").entries())
      if (line.toLowerCase().includes(text)) hits.push(`${path}:${index + 1}: ${line.trim().slice(0, 200)}`);
  }
  return hits;
}

/** What is no text holds no lines. */
function textOf(repository: Repository, path: string): string {
  try {
    return repository.text(path);
  } catch {
    return "";
  }
}

function some(lines: readonly string[], most: number): string {
  if (lines.length === 0) return "nothing";
  return [...lines.slice(0, most), ...(lines.length > most ? [`and ${lines.length - most} more: name a folder`] : [])].join("\n");
}
