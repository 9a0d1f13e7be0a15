import type { Finding } from "../findings/finding.ts";
import { waiverHash } from "../findings/waived.ts";
import type { Waiver } from "../model/types.ts";
import type { Report } from "./define.ts";

/** They stand at the statement of an input, and tell what the design lacks: Departures says why it does. */
const OF_THE_DESIGN: ReadonlySet<string> = new Set([
  "missing-document",
  "missing-literal",
  "open-question",
  "untraced-requirement",
  "value-drift",
  "weak-answer",
]);

/** @returns whether a check judges an input by itself, so that its findings there may be waived */
export function isWaivable(check: string): boolean {
  return !OF_THE_DESIGN.has(check);
}

/**
 * Takes out what the outputs waive of their inputs, and reports the waivers that give no reason or waive nothing.
 *
 * @param findings of all documents
 * @param waivers as the front matter of the outputs has them
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): { kept: Finding[]; waived: number; reports: Report<"waiver">[] } {
  if (waivers.length === 0) return { kept: [...findings], waived: 0, reports: [] };
  const used = new Set<Waiver>();
  const kept = findings.filter((finding) => {
    const waiver = waivers.find((each) => each.reason !== "" && waives(each, finding));
    if (waiver) used.add(waiver);
    return !waiver;
  });
  const reports = waivers.flatMap((waiver): Report<"waiver">[] => {
    const { entry, place } = waiver;
    const wrong = used.has(waiver) ? undefined : whyIdle(waiver);
    return wrong === undefined ? [] : [{ message: "waiver", place, arguments: { entry, wrong } }];
  });
  return { kept, waived: findings.length - kept.length, reports };
}

function waives({ check, file, hash }: Waiver, finding: Finding): boolean {
  return (
    finding.check === check && finding.place.file === file && isWaivable(check) && (hash ?? waiverHash(finding)) === waiverHash(finding)
  );
}

function whyIdle({ check, file, reason }: Waiver): string {
  if (check === "") return "it does not read as check, document and reason";
  if (reason === "") return "it gives no reason";
  if (!isWaivable(check)) return `what ${check} finds is the design's, and belongs under Departures`;
  return file === undefined ? "it names no input of this feature" : "nothing there is found any more";
}
