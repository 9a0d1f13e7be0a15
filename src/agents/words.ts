import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { packageRoot, readMarkdown } from "../core.ts";

/** The words for models. They are data: Markdown files that ship with the package. */

const FrontMatter = z.strictObject({
  name: z.string(),
  description: z.string(),
  tools: z.array(z.enum(["write_section", "list_files", "search_files", "read_file"])),
  effort: z.enum(["low", "medium", "high"]),
});

/** Who asks the model, and with what. */
export type Role = z.output<typeof FrontMatter> & { instructions: string };

export type RoleName = "architect" | "interface-designer" | "researcher" | "reviewer";

const ROLES = "src/agents/roles";
const PROMPTS = "src/agents/prompts";

/** @returns a role, from its Markdown file. */
export function readRole(name: RoleName): Role {
  const { frontMatter, text } = readMarkdown(read(`${ROLES}/${name}.md`));
  return { ...FrontMatter.parse(frontMatter.data), instructions: text.slice(frontMatter.span?.end ?? 0).trim() };
}

/** @returns the names of all roles that ship. */
export function roleNames(): RoleName[] {
  return readdirSync(join(packageRoot(), ROLES)).map((file) => file.replace(/\.md$/, "") as RoleName);
}

/**
 * @param values what stands for `{name}` in the text; nothing in them is filled in a second time
 * @returns the words of a turn, from their Markdown file
 */
export function words(name: string, values: Readonly<Record<string, string>> = {}): string {
  return read(`${PROMPTS}/${name}.md`)
    .replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole)
    .trim();
}

function read(path: string): string {
  return readFileSync(join(packageRoot(), path), "utf8");
}
