import { settingsFor } from "../config/settings.ts";
import type { Finding, WordedFinding } from "../findings/finding.ts";
import type { Model } from "../model/types.ts";
import { visibleLine } from "../text/visible.ts";
import { toFinding } from "./define.ts";
import { EVERY_CHECK } from "./every.ts";
import unusedSuppression, { applySuppressions } from "./hygiene/unused-suppression.ts";
import { CHECKS } from "./index.ts";
import { SYSTEM_CHECKS } from "./system.ts";
import { applyWaivers } from "./waivers.ts";

/** What the checks found, and how much of it a comment in the documents suppresses. */
export interface Ran {
  findings: Finding[];
  suppressed: number;
}

const IDS = EVERY_CHECK.map(({ id }) => id);
const ACROSS = new Set(SYSTEM_CHECKS.map(({ id }) => id));

/**
 * Runs every check over a model, takes out what is switched off or suppressed, and gives each finding the level that
 * the team has set. The order of findings is that of files, lines, columns and ids.
 */
export function runChecks(model: Model): Ran {
  const all = CHECKS.flatMap((check) => Array.from(check.run(model), (report) => toFinding(check, report)));
  const levelled = all.flatMap((finding) => atLevel(finding, model));
  // Whether a finding across features is suppressed is known once all of them were looked at.
  const own = model.suppressions.filter(({ check, reason }) => reason === "" || !ACROSS.has(check));
  const { kept, suppressed, reports } = applySuppressions(levelled, own, IDS);
  const { kept: left, waived, reports: idle } = applyWaivers(kept, model.waivers);
  const hygiene = [...reports, ...idle].flatMap((report) => atLevel(toFinding(unusedSuppression, report), model));
  return { findings: [...left, ...hygiene].sort(byPlace), suppressed: suppressed + waived };
}

function atLevel(finding: Finding, { context }: Model): Finding[] {
  const level = settingsFor(context.config, finding.place.file).checks[finding.check] ?? finding.severity;
  return level === "off" ? [] : [{ ...finding, severity: level }];
}

/** The order of findings: files, lines, columns and ids. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compare(a.check, b.check) ||
    compare(JSON.stringify(a.arguments), JSON.stringify(b.arguments))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const BY_ID = new Map(EVERY_CHECK.map((check) => [check.id, check]));

/** Gives a finding the words of its check's message. */
export function wordFinding(finding: Finding): WordedFinding {
  const message = BY_ID.get(finding.check)?.messages[finding.message];
  return {
    ...finding,
    text: fill(message?.text ?? finding.message, finding),
    advice: fill(message?.advice ?? "", finding),
    page: `docs/checks/${finding.check}.md`,
  };
}

/** A document's own words must not drive a terminal, begin a line, nor turn the reading direction of one. */
function fill(words: string, { arguments: values }: Finding): string {
  return words.replace(/\{(\w+)\}/g, (hole, name: string) => visibleLine(String(values[name] ?? hole)));
}
