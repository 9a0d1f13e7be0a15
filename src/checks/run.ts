import type { Finding, WordedFinding } from "../finding.ts";
import type { Model } from "../model/types.ts";
import { toFinding } from "./define.ts";
import { CHECKS } from "./index.ts";

/** Runs every check over a model. The order of findings is that of files, lines, columns and ids. */
export function runChecks(model: Model): Finding[] {
  return CHECKS.flatMap((check) => Array.from(check.run(model), (report) => toFinding(check, report))).sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
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

const BY_ID = new Map(CHECKS.map((check) => [check.id, check]));

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

function fill(words: string, { arguments: values }: Finding): string {
  return words.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
