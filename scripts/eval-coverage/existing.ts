import { CATALOGUE_CHECKS, CHECKS, describeSteps, loadContext, openWorkspace } from "../../src/core.ts";
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

/** Asks the catalogue, the checks, the templates, the steps, the command line and the MCP server what there is. */
export async function readExisting(): Promise<Existing> {
  const { config } = openWorkspace(".");
  const patterns = new Map(loadContext(".", config).patterns.map(({ slug, link }) => [slug, link]));
  const checks = new Set([...CHECKS, ...CATALOGUE_CHECKS].map(({ id }) => id));
  const steps = new Set<string>(describeSteps().map(({ id }) => id));
  const [commands, tools] = await Promise.all([commandNames(), toolNames()]);
  const by: Record<string, { has(name: string): boolean; pageOf(name: string): string | undefined }> = {
    pattern: { has: (slug) => patterns.has(slug), pageOf: (slug) => `../${patterns.get(slug)}` },
    check: { has: (id) => checks.has(id), pageOf: (id) => `checks/${id}.md` },
    template: { has: readTemplates(), pageOf: (path) => `../context/templates/${path.split(" > ")[0]}.md` },
    step: { has: (id) => steps.has(id), pageOf: () => undefined },
    command: { has: (name) => commands.has(name), pageOf: (name) => `commands.md#${name.split(" ")[0]}` },
    tool: { has: (name) => tools.has(name), pageOf: () => undefined },
  };
  const split = (target: Target) => ({ kind: by[target.slice(0, target.indexOf(" "))], name: target.slice(target.indexOf(" ") + 1) });
  return {
    has: (target) => split(target).kind?.has(split(target).name) ?? false,
    pageOf: (target) => split(target).kind?.pageOf(split(target).name),
  };
}
