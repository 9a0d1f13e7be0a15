import { DECISION_CHECKS } from "../checks/decisions.ts";
import { toFinding } from "../checks/define.ts";
import { byPlace, wordFinding } from "../checks/run.ts";
import { settingsFor } from "../config/settings.ts";
import type { DecisionLog } from "../context/decisions.ts";
import type { Context } from "../context/types.ts";
import type { WordedFinding } from "../findings/finding.ts";

/** What records have in the forms of Nygard, which adr-tools writes, and of MADR in its shorter titles. */
const OTHER_FORMS: readonly (readonly string[])[] = [
  ["Context", "Decision", "Consequences"],
  ["Context", "Considered Options", "Decision"],
  ["Context", "Considered Options", "Decision Outcome"],
];

/**
 * Judges the decision records on a day. Pure, as {@link review} is.
 *
 * @param today as YYYY-MM-DD
 */
export function reviewDecisions(log: DecisionLog, { config, pages }: Context, today: string): WordedFinding[] {
  const own = pages.decision.sections.filter(({ optional, repeated }) => !optional && !repeated).map(({ title }) => title);
  // A team that has a template of its own has chosen one form.
  const forms = pages.decision.file.startsWith("groundplan:") ? [own, ...OTHER_FORMS] : [own];
  const found = DECISION_CHECKS.flatMap((check) => Array.from(check.examine(log, forms, today), (report) => toFinding(check, report)));
  return found
    .flatMap((finding) => {
      const level = settingsFor(config, finding.place.file).checks[finding.check] ?? finding.severity;
      return level === "off" ? [] : [wordFinding({ ...finding, severity: level })];
    })
    .sort(byPlace);
}
