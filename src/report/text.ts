import type { WordedFinding } from "../finding.ts";
import type { Review } from "../review.ts";
import { PLAIN, type Style } from "./style.ts";

/** Words findings for a terminal: grouped by file, each with its place, its words, what to do, and a summary line. */
export function reportText(reviews: readonly Review[], style: Style = PLAIN): string {
  const findings = reviews.flatMap((review) => review.findings);
  const files = [...new Set(findings.map(({ place }) => place.file))];
  const groups = files.map((file) =>
    [style.bold(file), ...findings.filter(({ place }) => place.file === file).flatMap((finding) => wordLines(finding, style))].join("\n"),
  );
  return `${[...groups, summary(reviews, style)].join("\n\n")}\n`;
}

function wordLines({ place, severity, text, advice, check, related }: WordedFinding, style: Style): string[] {
  const mark = severity === "error" ? style.red("error") : style.yellow("warning");
  const second = related ? [`           ${style.dim(`see ${related.file}:${related.line}`)}`] : [];
  return [
    `  ${style.dim(`${place.line}:${place.column}`.padEnd(8))} ${mark} ${text} ${style.dim(check)}`,
    ...(advice === "" ? [] : [`           ${advice}`]),
    ...second,
  ];
}

function summary(reviews: readonly Review[], style: Style): string {
  const findings = reviews.flatMap((review) => review.findings);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const scope = `${reviews.length} ${reviews.length === 1 ? "feature" : "features"}`;
  if (findings.length === 0) return style.green(`No findings in ${scope}.`);
  return (
    style.red(`${count(errors, "error")}${warnings > 0 ? ` and ${count(warnings, "warning")}` : ""} in ${scope}. `) +
    style.dim("Each check has a page: docs/checks/<check>.md")
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
