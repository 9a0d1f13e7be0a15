import type { WordedFinding } from "../findings/finding.ts";
import { visibleLine } from "../text/visible.ts";
import type { Style } from "./style.ts";
import { count } from "./words.ts";

/**
 * Words findings that belong to no single feature, one after the other, with a summary line.
 *
 * @param scope where was looked, for example "in 4 features"
 */
export function reportFindingList(findings: readonly WordedFinding[], scope: string, style: Style): string {
  const lines = findings.map(({ place, severity, text, advice, check, related }) => {
    const mark = severity === "error" ? style.red("error") : style.yellow("warning");
    const other = related ? `    ${style.dim(`see ${visibleLine(related.file)}:${related.line}`)}\n` : "";
    return `${visibleLine(place.file)}:${place.line} ${mark} ${text} ${style.dim(check)}\n    ${advice}\n${other}`;
  });
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const told = [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""].filter(Boolean).join(" and ");
  return `${lines.join("")}${findings.length === 0 ? style.green(`No findings ${scope}.`) : style.red(`${told} ${scope}.`)}\n`;
}
