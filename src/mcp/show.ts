import type { Caution, Step, WordedFinding } from "../core.ts";
import type { ShownFindings, ShownStep } from "./shapes.ts";
import { clip, takeFitting, takeFittingLines } from "./shorten.ts";

const LONGEST_WORDS = 300;

/** Errors first: they are what keeps a gate closed. */
export function showFindings(findings: readonly WordedFinding[], most = 40, room = 9000): ShownFindings {
  const ranked = [...findings.filter(({ severity }) => severity === "error"), ...findings.filter(({ severity }) => severity !== "error")];
  const shown = ranked.map(({ check, severity, place, text, advice }) => ({
    check,
    severity,
    file: place.file,
    line: place.line,
    text: clip(text, LONGEST_WORDS),
    advice: clip(advice, LONGEST_WORDS),
  }));
  const { kept, left } = takeFitting(shown, most, room);
  return { findings: kept, left_out: left };
}

export function wordFindings({ findings, left_out }: ShownFindings): string {
  const lines = findings.map(
    ({ check, severity, file, line, text, advice }) => `- ${file}:${line} ${severity} ${check}: ${text} ${advice}`,
  );
  return [...lines, ...(left_out > 0 ? [`- and ${left_out} more`] : [])].join("\n");
}

/** A step with its first reasons; the findings tell the rest. */
export function showStep({ number, id, done, open }: Step, most = 5): ShownStep {
  return {
    number,
    id,
    done,
    open: takeFittingLines(
      open.map((reason) => clip(reason, LONGEST_WORDS)),
      most,
      1500,
      "that check_feature lists",
    ),
  };
}

export function wordStep({ number, id, done, open }: ShownStep): string {
  return `${number}. ${id}: ${done ? "done" : `open: ${open.join("; ")}`}`;
}

/** Places in the documents that could mislead a model. */
export function showCautions(cautions: readonly Caution[]): string[] {
  return cautions.map(({ place, text }) => `${place.file}:${place.line}: ${text}`);
}
