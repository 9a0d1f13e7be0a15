import type { ChecklistItem } from "../../checks/checklist.ts";
import type { WordedFinding } from "../../findings/finding.ts";
import { visibleLine } from "../../text/visible.ts";
import type { Verdict } from "../../verdict/types.ts";
import { count, countAll, unfinished } from "../words.ts";

/** A comment of a forge holds 65,536 characters. */
const MOST = 60;
const CHECKLISTS = 10;

/**
 * Words a review as Markdown: the validation report of the workflow, and a comment on a pull request.
 *
 * @param mermaid the version of Mermaid that judged the diagrams
 */
export function reportMarkdown(reviews: readonly Verdict[], mermaid: string): string {
  const { errors, warnings, features, baselined, suppressed } = countAll(reviews);
  const verdict =
    errors > 0
      ? `**${count(errors, "error")}**${warnings > 0 ? ` and ${count(warnings, "warning")}` : ""} in ${count(features, "feature")}`
      : warnings > 0
        ? `No errors, ${count(warnings, "warning")} in ${count(features, "feature")}`
        : `No findings in ${count(features, "feature")}`;
  const aside = [baselined > 0 ? `${baselined} in the baseline` : "", suppressed > 0 ? `${suppressed} suppressed` : ""].filter(Boolean);
  const findings = reviews.flatMap((review) => review.findings);
  return `${[
    "## groundplan",
    `${verdict}${aside.length > 0 ? ` (${aside.join(", ")})` : ""}.`,
    ...unfinished(reviews).map((line) => `Not finished: ${escapeMarkdown(visibleLine(line))}.`),
    ...tables(findings),
    ...checklists(reviews),
    ...(mermaid === "" ? [] : [`Diagrams judged by Mermaid ${mermaid}.`]),
  ].join("\n\n")}\n`;
}

function tables(findings: readonly WordedFinding[]): string[] {
  const shown = findings.slice(0, MOST);
  const files = [...new Set(shown.map(({ place }) => place.file))];
  const parts = files.map((file) => {
    const rows = shown.filter(({ place }) => place.file === file).map(row);
    return `### ${codeSpan(file)}\n\n| Line | Finding | Check |\n| ---: | --- | --- |\n${rows.join("\n")}`;
  });
  return findings.length > MOST ? [...parts, `And ${findings.length - MOST} more.`] : parts;
}

function row({ place, severity, text, advice, check }: WordedFinding): string {
  const mark = severity === "error" ? "" : "warning: ";
  return `| ${place.line} | ${mark}${escapeMarkdown(text)}<br>${escapeMarkdown(advice)} | \`${check}\` |`;
}

/** A comment has room for some; the features with findings come first. */
function checklists(reviews: readonly Verdict[]): string[] {
  const listed = reviews.filter((review) => review.checklist.length > 0);
  const ranked = [...listed].sort((a, b) => b.findings.length - a.findings.length);
  const left = listed.length - CHECKLISTS;
  return [...ranked.slice(0, CHECKLISTS).map(checklist), ...(left > 0 ? [`And the checklists of ${left} more features.`] : [])];
}

function checklist({ key, checklist: items }: Verdict): string {
  const passed = items.filter(({ state }) => state === "passed").length;
  const lines = items.map(({ state, text, errors, checks }: ChecklistItem) =>
    state === "passed"
      ? `- [x] ${text}`
      : `- [ ] ${text} (${state === "failed" ? `${errors} open: ${checks.join(", ")}` : "not computed"})`,
  );
  return `<details><summary>${escapeHtml(visibleLine(key.feature))}: quality checklist, ${passed} of ${items.length}</summary>\n\n${lines.join("\n")}\n\n</details>`;
}

/** A name with a mark in it that would end the span is written as text. */
function codeSpan(name: string): string {
  const line = visibleLine(name);
  return line.includes("`") ? escapeMarkdown(line) : `\`${line}\``;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** What would be markup, a mention, or the end of a cell. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/(?<!\s)\s*\n\s*/g, " ")
    .replace(/[\\|<>[\]*_#`~!]/g, (mark) => (mark === "<" ? "&lt;" : mark === ">" ? "&gt;" : `\\${mark}`))
    .replace(/@(?=\w)/g, "&#64;");
}
