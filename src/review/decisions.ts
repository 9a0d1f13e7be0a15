import { DECISION_CHECKS } from "../checks/decisions.ts";
import { toFinding } from "../checks/define.ts";
import { byPlace, wordFinding } from "../checks/run.ts";
import { settingsFor } from "../config/settings.ts";
import type { DecisionLog } from "../context/decisions.ts";
import type { Context } from "../context/types.ts";
import type { WordedFinding } from "../findings/finding.ts";

/**
 * Judges the decision records on a day. Pure, as {@link review} is.
 *
 * @param today as YYYY-MM-DD
 */
export function reviewDecisions(log: DecisionLog, { config, pages }: Context, today: string): WordedFinding[] {
  const required = pages.decision.sections.filter(({ optional, repeated }) => !optional && !repeated).map(({ title }) => title);
  const found = DECISION_CHECKS.flatMap((check) => Array.from(check.examine(log, required, today), (report) => toFinding(check, report)));
  return found
    .flatMap((finding) => {
      const level = settingsFor(config, finding.place.file).checks[finding.check] ?? finding.severity;
      return level === "off" ? [] : [wordFinding({ ...finding, severity: level })];
    })
    .sort(byPlace);
}
