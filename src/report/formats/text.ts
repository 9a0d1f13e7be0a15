import type { WordedFinding } from "../../findings/finding.ts";
import { visibleLine } from "../../text/visible.ts";
import type { Verdict } from "../../verdict/types.ts";
import { codeFrame } from "../frame.ts";
import { PLAIN, type Style } from "../style.ts";
import { count, countAll, unfinished } from "../words.ts";

/** More findings than anybody reads at once; the other formats have them all. */
const MOST = 200;

/** Words findings for a terminal: grouped by file, each with its place, its words, its line and what to do; a summary line at the end. */
export function reportText(reviews: readonly Verdict[], mermaid: string, style: Style = PLAIN): string {
  const all = reviews.flatMap((review) => review.findings.map((finding) => ({ finding, review })));
  const shown = all.slice(0, MOST);
  const files = [...new Set(shown.map(({ finding }) => finding.place.file))];
  const groups = files.map((file) => {
    const own = shown.filter(({ finding }) => finding.place.file === file);
    return [style.bold(visibleLine(file)), ...own.flatMap(({ finding, review }) => wordLines(finding, review, style))].join("\n");
  });
  const more = all.length > MOST ? [`And ${all.length - MOST} more; --format json has them all.`] : [];
  const open = unfinished(reviews).map((line) => `${style.yellow("not finished")} ${visibleLine(line)}`);
  const listed = open.length > 0 ? [[...open, style.dim("groundplan status <feature> lists what is open.")].join("\n")] : [];
  return `${[...groups, ...more, ...listed, reportSummary(reviews, mermaid, style)].join("\n\n")}\n`;
}

function wordLines(finding: WordedFinding, review: Verdict, style: Style): string[] {
  const { place, severity, text, advice, check, related } = finding;
  const mark = severity === "error" ? style.red("error") : style.yellow("warning");
  return [
    `  ${style.dim(`${place.line}:${place.column}`.padEnd(8))} ${mark} ${text} ${style.dim(check)}`,
    ...codeFrame(finding, review, style).map((line) => `  ${line}`),
    ...(advice === "" ? [] : [`           ${advice}`]),
    ...(related ? [`           ${style.dim(`see ${visibleLine(related.file)}:${related.line}`)}`] : []),
  ];
}

/** How much was found, on one line, and which version of Mermaid judged the diagrams. */
export function reportSummary(reviews: readonly Verdict[], mermaid: string, style: Style): string {
  const { errors, warnings, features, suppressed, baselined } = countAll(reviews);
  const beside = [baselined > 0 ? `${baselined} in the baseline` : "", suppressed > 0 ? `${suppressed} suppressed` : ""].filter(Boolean);
  const aside = style.dim(` (${[...beside, `Mermaid ${mermaid}`].join(", ")})`);
  const scope = `in ${count(features, "feature")}`;
  if (errors + warnings === 0) return `${style.green(`No findings ${scope}.`)}${aside}`;
  const told = [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""].filter(Boolean).join(" and ");
  const colour = errors > 0 ? style.red : style.yellow;
  return `${colour(`${told} ${scope}.`)}${aside} ${style.dim("groundplan explain <check> tells more.")}`;
}
