import { toFinding } from "../checks/define.ts";
import { EVERY_CHECK } from "../checks/every.ts";
import unusedSuppression, { applySuppressions } from "../checks/hygiene/unused-suppression.ts";
import { byPlace, wordFinding } from "../checks/run.ts";
import { SYSTEM_CHECKS } from "../checks/system.ts";
import { settingsFor } from "../config/settings.ts";
import type { Context } from "../context/types.ts";
import { applyBaseline } from "../findings/baseline.ts";
import type { Finding, WordedFinding } from "../findings/finding.ts";
import { buildJudged, factsOfAll } from "../system/build.ts";
import type { FactsOf, JudgedFacts } from "../system/feature-facts.ts";

/** What the checks across features found. */
export interface SystemReview {
  findings: WordedFinding[];
  suppressed: number;
  baselined: number;
  /** Entries of the baseline that no longer occur. */
  stale: { file: string; check: string }[];
}

const OWN = new Set(SYSTEM_CHECKS.map(({ id }) => id));
const KNOWN = EVERY_CHECK.map(({ id }) => id);

/** Judges all features together; what is wrong with one of them alone is told by its own review. Pure, as {@link review} is. */
export function reviewSystem(features: readonly JudgedFacts[], context: Context): SystemReview {
  return reviewFamilies(factsOfAll(features), context);
}

/** As {@link reviewSystem}, where the facts are not all in memory: each family is asked for when it is judged. */
export function reviewFamilies(factsOf: FactsOf, context: Context): SystemReview {
  const system = buildJudged(factsOf);
  const found = SYSTEM_CHECKS.flatMap((check) => Array.from(check.survey(system), (report) => toFinding(check, report)));
  const suppressions = factsOf("suppressions")
    .flat()
    // A suppression without a reason is told by the review of its feature.
    .filter(({ check, reason }) => OWN.has(check) && reason !== "");
  const { kept, suppressed, reports } = applySuppressions(atLevels(found, context), suppressions, KNOWN);
  const hygiene = reports.map((report) => toFinding(unusedSuppression, report));
  const all = [...kept, ...atLevels(hygiene, context)].sort(byPlace).map(wordFinding);
  const { kept: fresh, baselined, stale } = applyBaseline(all, context.baseline, context.config.plan, (check) => OWN.has(check));
  return { findings: all.filter((finding) => fresh.has(finding)), suppressed, baselined, stale };
}

function atLevels(findings: readonly Finding[], { config }: Context): Finding[] {
  return findings.flatMap((finding) => {
    const level = settingsFor(config, finding.place.file).checks[finding.check] ?? finding.severity;
    return level === "off" ? [] : [{ ...finding, severity: level }];
  });
}
