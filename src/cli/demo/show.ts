import { fileName } from "../../core.ts";
import { reportChecklist } from "../../report/checklist.ts";
import type { Style } from "../../report/style.ts";
import type { FromCode } from "./from-code.ts";
import type { DemoEvent } from "./run.ts";

/** Words what happened, as it happens. */
export function showEvent(event: DemoEvent, style: Style): string {
  const header = (number: number, title: string) => `\n${style.bold(`Step ${number} of 7: ${title}`)}\n`;
  switch (event.event) {
    case "drafted":
      return drafted(event, style);
    case "decided":
      return `${style.bold("2. With what people had decided beforehand")}\n${event.inputs.map(({ file, holds }) => `  ${file}: ${holds.join(", ")}\n`).join("")}The MCP server runs as a child process; the outline author writes, without a model.\n\n`;
    case "started":
      return `start_feature   ${event.created.map((file) => file.slice(file.lastIndexOf("/") + 1)).join(" and ")} created, interfaces: ${event.interfaces.join(", ")}\n`;
    case "step":
      return `${header(event.number, event.title)}  next_step       ${style.dim(event.why)}\n`;
    case "written":
      return written(event, style);
    case "step-done":
      return `${event.worked ? "" : header(event.number, event.title)}  ${style.green("gate holds")}      ${style.dim(event.gate)}\n`;
    case "stuck":
      return `${style.yellow("  judgement is needed")}: ${event.why}\n${event.open
        .slice(0, 5)
        .map((reason) => `    - ${reason}\n`)
        .join("")}`;
    case "finished":
      return "  finish_feature  both documents have the status complete\n";
    case "checked":
      return `\n${style.bold("Quality checklist")}, computed from ${event.errors === 0 ? "a review without errors" : `${event.errors} errors`}\n${reportChecklist(event.checklist, style)}`;
  }
}

function drafted({ survey, documents, lines, sourced, proposed, errors, decisions }: FromCode, style: Style): string {
  const told = survey.map(({ what, count, first }) => `${count} ${what} (${first}${count > 1 ? ", ..." : ""})`);
  const files = documents.map((path, index) => `${fileName(path)} with ${lines[index]} lines`);
  const first = decisions
    .slice(0, 3)
    .map(({ question, file, line }) => `              ${question} ${style.dim(`${fileName(file)}:${line}`)}\n`);
  return [
    `${style.bold("1. From the PRD and the code alone")}\n`,
    `  survey      ${told.join(", ")}\n`,
    "  research    00-research-report.md from it, each row with its place in the code\n",
    `  draft       ${files.join(", ")}: ${sourced} lines with their sources, ${proposed} of them only proposed\n`,
    `  check       ${errors} errors, for ${decisions.length} decisions are open, these first:\n`,
    ...first,
    `  documents   ${documents.join("\n              ")}\n\n`,
  ].join("");
}

function written(
  { document, section, asked, lines, before, after, gaps, findings }: Extract<DemoEvent, { event: "written" }>,
  style: Style,
): string {
  const file = document === "architecture" ? "02" : "04";
  const left = gaps > 0 ? style.yellow(`, ${gaps} ${gaps === 1 ? "gap" : "gaps"} left for judgement`) : "";
  const found = findings
    .slice(0, 2)
    .map(({ check, line, text }) => `                  ${style.yellow(`line ${line}`)} ${text} ${style.dim(check)}\n`);
  return `  write_section   ${style.cyan(`${file} ${section}`)}: ${lines} lines; errors in the feature ${before} -> ${after}${left}\n${style.dim(`                  asked: ${asked}`)}\n${found.join("")}`;
}
