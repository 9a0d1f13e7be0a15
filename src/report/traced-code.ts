import type { Astray, Built, CodeMention, CodeTrace } from "../guide/traced-code/types.ts";
import { shorten } from "../text/shorten.ts";
import { visibleLine } from "../text/visible.ts";
import { PLAIN, type Style } from "./style.ts";
import { count } from "./words.ts";

const WIDTH = "designed, implemented, tested".length;

/** @returns where a mention stands: a file and its line, or a commit */
export function placeOf({ kind, file, line }: CodeMention): string {
  return kind === "commit" ? `commit ${file.slice(0, 10)}` : visibleLine(`${file}:${line}`);
}

/** Words how far each statement has come, with the places in code and tests that name it, and the mentions that the PRD does not bear out. */
export function reportCodeTrace({ statements, astray }: CodeTrace, style: Style = PLAIN): string {
  const width = Math.max(0, ...statements.map(({ requirement: { id } }) => id.length));
  const lines = statements.flatMap((built) => {
    const { requirement, implemented, tested } = built;
    const indent = " ".repeat(width + 2);
    return [
      `${requirement.id.padEnd(width)}  ${stateOf(built).padEnd(WIDTH)}  ${shorten(requirement.text, 80)}`,
      ...(implemented.length > 0 ? [style.dim(`${indent}implemented ${places(implemented)}`)] : []),
      ...(tested.length > 0 ? [style.dim(`${indent}tested ${places(tested)}`)] : []),
    ];
  });
  return `${[...lines, "", summary(statements), ...astray.map(wordAstray)].join("\n")}\n`;
}

/** Words the same as a Markdown table. */
export function reportCodeTraceMarkdown({ statements, astray }: CodeTrace): string {
  const cell = (text: string) => text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
  const list = (mentions: readonly CodeMention[]) => cell(mentions.map(placeOf).join("<br>"));
  const rows = statements.map(
    ({ requirement: { id, text }, designed, implemented, tested }) =>
      `| ${id} | ${cell(text)} | ${designed ? "yes" : "no"} | ${list(implemented)} | ${list(tested)} |`,
  );
  const told = astray.map((one) => `- ${cell(wordAstray(one))}`);
  return `${["| Requirement | Text | Designed | Implemented | Tested |", "| --- | --- | --- | --- | --- |", ...rows, ...(told.length > 0 ? ["", ...told] : [])].join("\n")}\n`;
}

function stateOf({ designed, implemented, tested }: Built): string {
  const states = [
    ...(designed ? ["designed"] : []),
    ...(implemented.length > 0 ? ["implemented"] : []),
    ...(tested.length > 0 ? ["tested"] : []),
  ];
  return states.length > 0 ? states.join(", ") : "open";
}

const MOST = 6;

function places(mentions: readonly CodeMention[]): string {
  const shown = mentions.slice(0, MOST).map(placeOf);
  return mentions.length > MOST ? `${shown.join(", ")} and ${mentions.length - MOST} more` : shown.join(", ");
}

function wordAstray(mention: Astray): string {
  const { id, why } = mention;
  return why === "gone"
    ? `${placeOf(mention)}: ${id} is named, and the PRD has no such id`
    : `${placeOf(mention)}: ${id} is named, and its text in the PRD has changed since`;
}

function summary(statements: readonly Built[]): string {
  const [designed, implemented, tested] = [
    statements.filter((built) => built.designed).length,
    statements.filter((built) => built.implemented.length > 0).length,
    statements.filter((built) => built.tested.length > 0).length,
  ];
  return `${count(statements.length, "statement")}: ${designed} designed, ${implemented} named in code, ${tested} named in tests.`;
}
