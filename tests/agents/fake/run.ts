import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunEvent } from "../../../src/agents/events.ts";
import { type Generated, type GenerateOptions, generate } from "../../../src/agents/generate.ts";
import { DEFAULTS, DOCUMENT_KINDS, type FeatureKey, isOutput, loadContext, OUTPUT_KINDS, openWorkspace } from "../../../src/core.ts";

export const EXAMPLES = ["E00-F01-order-refunds", "E00-F02-ledger-export", "E00-F03-stock-reservations"].map((feature) => ({
  epic: "E00-examples",
  feature,
}));

export const PATIENCE = { idleMs: 300, pauseMs: 1, attempts: 4, pollMs: 5 };

/** Copies the inputs of worked examples into an empty project, and not their outputs. */
export function copyInputs(root: string, keys: readonly FeatureKey[]): void {
  for (const { epic, feature } of keys)
    for (const kind of DOCUMENT_KINDS.filter((candidate) => !isOutput(candidate))) {
      const path = join(DEFAULTS.plan, epic, feature, DEFAULTS.files[kind]);
      cpSync(path, join(root, path));
    }
  cpSync(DEFAULTS.decisions, join(root, DEFAULTS.decisions), { recursive: true });
}

export interface TestRun extends Generated {
  events: RunEvent[];
}

/** Runs `generate` against a fake API. */
export async function runAgainst(
  url: string,
  root: string,
  options: Partial<GenerateOptions> & Pick<GenerateOptions, "keys">,
): Promise<TestRun> {
  const workspace = openWorkspace(root);
  const events: RunEvent[] = [];
  process.env.ANTHROPIC_BASE_URL = url;
  process.env.ANTHROPIC_API_KEY = "test-key";
  const generated = await generate(workspace, loadContext(workspace.root, workspace.config), {
    ...{
      interfaces: [],
      rewrite: [],
      env: {},
      signal: new AbortController().signal,
      warn: () => {},
      today: "2026-11-21",
      version: "0.0.0",
    },
    patience: PATIENCE,
    ...options,
    notify: (event) => {
      events.push(event);
      options.notify?.(event);
    },
  });
  return { ...generated, events };
}

/** Both documents of a feature, as they stand on the disk. */
export function outputsOf(root: string, { epic, feature }: FeatureKey): string[] {
  return OUTPUT_KINDS.map((kind) => readFileSync(join(root, DEFAULTS.plan, epic, feature, DEFAULTS.files[kind]), "utf8"));
}
