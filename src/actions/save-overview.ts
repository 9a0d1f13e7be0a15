import type { Context } from "../context/types.ts";
import { loadDecisions } from "../feature/decision-files.ts";
import { readText } from "../feature/read-file.ts";
import type { Workspace } from "../feature/workspace.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import { buildSystem } from "../system/build.ts";
import type { FeatureFacts } from "../system/feature-facts.ts";
import { composeOverview } from "../system/page/compose.ts";
import { readKept } from "../system/page/kept.ts";
import type { System } from "../system/types.ts";

/** The page of the whole system, as it is and as it should be. */
export interface Overview {
  /** Relative to the workspace. */
  file: string;
  /** Empty where there is no page yet. */
  before: string;
  text: string;
  /** What the present page is on disk; null where there is none. */
  revision: string | null;
  system: System;
}

/**
 * Writes the overview of all features, with the parts of the present page that people have written.
 *
 * @param force also where the page was edited outside of those parts
 * @throws KnownError (`marker`, `foreign-page`) where the present page cannot be taken apart, (`edited-page`) where writing
 *   it anew would lose an edit, (`unreadable`) where it is no text
 */
export function renderOverview(workspace: Workspace, context: Context, features: readonly FeatureFacts[], force: boolean): Overview {
  const file = workspace.config.overview;
  const present = readText(workspace, file);
  if (present?.trouble)
    throw new KnownError("unreadable", `${file} cannot be read as text (${present.trouble})`, "Mend the file or move it away.");
  const before = present?.text ?? "";
  const kept = present ? readKept(before, file) : { parts: new Map<string, string>(), edited: false };
  if (kept.edited && !force)
    throw new KnownError(
      "edited-page",
      `${file} was edited outside of the keep marks`,
      "Put what was added between a pair of marks; `groundplan system --dry-run --force` shows what would be lost, and --force writes. Nothing was written.",
    );
  const system = buildSystem(features, loadDecisions(workspace).decisions);
  const text = composeOverview(system, context.pages.system, kept.parts, file, (slug) => benefitOf(slug, context));
  return { file, before, text, revision: present?.revision ?? null, system };
}

/**
 * @returns the overview as it would be written now, for who only reads it: a page that cannot be taken apart gives no parts of its own
 */
export function showOverview(
  workspace: Workspace,
  context: Context,
  features: readonly FeatureFacts[],
): Pick<Overview, "file" | "text" | "system"> {
  const file = workspace.config.overview;
  const system = buildSystem(features, loadDecisions(workspace).decisions);
  const text = composeOverview(system, context.pages.system, partsOf(workspace, file), file, (slug) => benefitOf(slug, context));
  return { file, text, system };
}

function partsOf(workspace: Workspace, file: string): ReadonlyMap<string, string> {
  const present = readText(workspace, file);
  try {
    return present && !present.trouble ? readKept(present.text, file).parts : new Map();
  } catch (thrown) {
    if (thrown instanceof KnownError) return new Map();
    throw thrown;
  }
}

/** What calls for a pattern is what it is good for. */
function benefitOf(slug: string, { patterns }: Context): string {
  return patterns.find((pattern) => pattern.slug === slug)?.fits ?? "";
}

/**
 * Replaces the page as a whole.
 *
 * @throws KnownError (`stale-revision`) where somebody has changed it since it was read, (`cannot-write`) where the disk refuses
 */
export function saveOverview(workspace: Workspace, { file, text, revision }: Overview): void {
  writeText(workspace, file, text, revision);
}
