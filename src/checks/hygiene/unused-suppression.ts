import type { Finding } from "../../findings/finding.ts";
import type { Suppression } from "../../model/types.ts";
import { closest } from "../../text/names.ts";
import { lastUpTo, within } from "../../text/ranges.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "no-reason" | "unknown" | "misspelt" | "unused" | "waiver";

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
    waiver: {
      text: 'Unexpected entry "{entry}" under `waived` in the front matter: {wrong}.',
      advice: "Take it out, or write `<check> <input>: <why it was agreed to live with it>`.",
    },
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
  const areas = new Map(
    [...byArea(suppressions.filter(({ reason }) => reason !== ""))].map(([area, own]) => [
      area,
      within(own.map(({ from, to }) => ({ start: from, end: to + 1 }))),
    ]),
  );
  const kept = findings.filter(({ check, place: { file, line } }) => !areas.get(areaOf({ check, file }))?.(line));
  const found = new Map(
    [...byArea(findings.map(({ check, place: { file, line } }) => ({ check, file, line })))].map(([area, own]) => [
      area,
      own.map(({ line }) => line).sort((a, b) => a - b),
    ]),
  );
  const isUsed = ({ from, to, ...area }: Suppression) => {
    const lines = found.get(areaOf(area)) ?? [];
    return (lines[lastUpTo(lines, to)] ?? 0) >= from;
  };
  const reports = suppressions.flatMap((suppression): Report<MessageId>[] => {
    const { check, place, reason } = suppression;
    if (!known.includes(check)) {
      const suggestion = closest(check, known);
      return [
        suggestion ? { message: "misspelt", place, arguments: { check, suggestion } } : { message: "unknown", place, arguments: { check } },
      ];
    }
    if (reason === "") return [{ message: "no-reason", place, arguments: { check } }];
    if (isUsed(suppression)) return [];
    return [{ message: "unused", place, arguments: { check } }];
  });
  return { kept, suppressed: findings.length - kept.length, reports };
}

/** A check in a file: findings and what suppresses them meet there. */
interface Area {
  check: string;
  file: string;
}

const areaOf = ({ check, file }: Area) => `${check} ${file}`;

function byArea<Of extends Area>(all: readonly Of[]): Map<string, Of[]> {
  const areas = new Map<string, Of[]>();
  for (const each of all) {
    const own = areas.get(areaOf(each));
    if (own) own.push(each);
    else areas.set(areaOf(each), [each]);
  }
  return areas;
}
