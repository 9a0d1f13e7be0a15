import type { Finding } from "../../findings/finding.ts";
import type { Suppression } from "../../model/types.ts";
import { closest } from "../../text/names.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "no-reason" | "unknown" | "misspelt" | "unused";

export default defineCheck({
  id: "unused-suppression",
  category: "hygiene",
  severity: "error",
  messages: {
    "no-reason": {
      text: "Expected a reason in the suppression of {check}.",
      advice: "Write it behind a colon: <!-- groundplan-ignore {check}: why this is right here -->.",
    },
    unknown: {
      text: 'Unexpected check "{check}" in a suppression: there is no such check.',
      advice: "`groundplan explain` lists the checks.",
    },
    misspelt: { text: 'Unexpected check "{check}" in a suppression: there is no such check.', advice: 'Did you mean "{suggestion}"?' },
    unused: { text: "Unexpected suppression of {check}: it suppresses nothing.", advice: "Remove the comment." },
  },
  // What a suppression does is known once every other check has run: see applySuppressions.
  run: () => [],
});

/**
 * Takes out what is suppressed, and reports the suppressions that give no reason, name no check, or suppress nothing.
 *
 * @param known the ids of all checks
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  known: readonly string[],
): { kept: Finding[]; suppressed: number; reports: Report<MessageId>[] } {
  const covers = ({ check, file, from, to, reason }: Suppression, finding: Finding) =>
    reason !== "" && check === finding.check && file === finding.place.file && from <= finding.place.line && finding.place.line <= to;
  const kept = findings.filter((finding) => !suppressions.some((suppression) => covers(suppression, finding)));
  const reports = suppressions.flatMap((suppression): Report<MessageId>[] => {
    const { check, place, reason } = suppression;
    if (!known.includes(check)) {
      const suggestion = closest(check, known);
      return [
        suggestion ? { message: "misspelt", place, arguments: { check, suggestion } } : { message: "unknown", place, arguments: { check } },
      ];
    }
    if (reason === "") return [{ message: "no-reason", place, arguments: { check } }];
    if (findings.some((finding) => covers(suppression, finding))) return [];
    return [{ message: "unused", place, arguments: { check } }];
  });
  return { kept, suppressed: findings.length - kept.length, reports };
}
