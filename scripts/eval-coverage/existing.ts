import { readdirSync, readFileSync } from "node:fs";
import { CATALOGUE_CHECKS, CHECKS, describeSteps, loadContext, openWorkspace, patternText } from "../../src/core.ts";
import { commandNames } from "./commands.ts";
import { readTemplates } from "./templates.ts";
import { toolNames } from "./tools.ts";
import type { Target } from "./types.ts";

/** Answers what groundplan has. */
export interface Existing {
  has(target: Target): boolean;
  /** Where a target is described, as a link from a page in docs/; undefined where nothing describes it. */
  pageOf(target: Target): string | undefined;
}

/** What a kind of target answers by name. */
interface Kind {
  has(name: string): boolean;
  pageOf(name: string): string | undefined;
  textOf(name: string): string;
}

const PATTERNS = "context/patterns";
const PAGES = ["README", ...readdirSync(PATTERNS).flatMap((name) => (name.endsWith("-patterns.md") ? [name.slice(0, -3)] : []))];

/** @returns a target's kind, its name, and the words that have to stand there */
export function parseTarget(target: Target): { kind: string; name: string; words: string[] } {
  const [, kind = "", name = "", words = ""] = /^(\S+) ([^:]+)(?:: (.+))?$/.exec(target) ?? [];
  return { kind, name, words: words.split("; ").filter(Boolean) };
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ");
}

/** What the reference of the commands says of one, up to the next. */
function commandText(reference: string, name: string): string {
  const [first = ""] = name.split(" ");
  const from = reference.indexOf(`\n## ${first}\n`);
  const to = reference.indexOf("\n## ", from + 1);
  return from === -1 ? "" : reference.slice(from, to === -1 ? undefined : to);
}

/** Asks the catalogue, the checks, the templates, the steps, the command line and the MCP server what there is. */
export async function readExisting(): Promise<Existing> {
  const workspace = openWorkspace(".");
  const { config } = workspace;
  const patterns = new Map(loadContext(".", config).patterns.map(({ slug, link }) => [slug, link]));
  const checks = new Set([...CHECKS, ...CATALOGUE_CHECKS].map(({ id }) => id));
  const steps = new Set<string>(describeSteps().map(({ id }) => id));
  const [commands, tools] = await Promise.all([commandNames(), toolNames()]);
  const read = (file: string) => readFileSync(file, "utf8");
  const templateOf = (path: string) => `context/templates/${path.split(" > ")[0]}.md`;
  const by: Record<string, Kind> = {
    pattern: {
      has: (slug) => patterns.has(slug),
      pageOf: (slug) => `../${patterns.get(slug)}`,
      textOf: (slug) => patternText(workspace, slug),
    },
    check: { has: (id) => checks.has(id), pageOf: (id) => `checks/${id}.md`, textOf: (id) => read(`docs/checks/${id}.md`) },
    template: { has: readTemplates(), pageOf: (path) => `../${templateOf(path)}`, textOf: (path) => read(templateOf(path)) },
    step: { has: (id) => steps.has(id), pageOf: () => undefined, textOf: () => "" },
    command: {
      has: (name) => commands.has(name),
      pageOf: (name) => `commands.md#${name.split(" ")[0]}`,
      textOf: (name) => commandText(read("docs/commands.md"), name),
    },
    tool: { has: (name) => tools.has(name), pageOf: () => undefined, textOf: () => "" },
    page: {
      has: (name) => PAGES.includes(name),
      pageOf: (name) => `../${PATTERNS}/${name}.md`,
      textOf: (name) => read(`${PATTERNS}/${name}.md`),
    },
  };
  return {
    has: (target) => {
      const { kind, name, words } = parseTarget(target);
      const found = by[kind];
      if (!found?.has(name)) return false;
      const text = words.length === 0 ? "" : plain(found.textOf(name));
      return words.every((word) => text.includes(plain(word)));
    },
    pageOf: (target) => by[parseTarget(target).kind]?.pageOf(parseTarget(target).name),
  };
}
