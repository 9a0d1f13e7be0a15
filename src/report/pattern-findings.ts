import type { Catalogue } from "../context/types.ts";
import type { WordedFinding } from "../finding.ts";
import type { Style } from "./style.ts";
import { count } from "./words.ts";

/** Words the findings of a catalogue, one a line, with a summary line. */
export function reportPatternFindings({ files }: Catalogue, findings: readonly WordedFinding[], style: Style): string {
  const lines = findings.map(({ place, severity, text, advice, check }) => {
    const mark = severity === "error" ? style.red("error") : style.yellow("warning");
    return `${place.file}:${place.line} ${mark} ${text} ${style.dim(check)}\n    ${advice}\n`;
  });
  const scope = `in ${count(
    files.reduce((sum, { entries }) => sum + entries.length, 0),
    "pattern",
  )}`;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const told = [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""].filter(Boolean).join(" and ");
  return `${lines.join("")}${findings.length === 0 ? style.green(`No findings ${scope}.`) : style.red(`${told} ${scope}.`)}\n`;
}
