import type { Excluded, Trace } from "../guide/trace.ts";
import { PLAIN, type Style } from "./style.ts";
import { count } from "./words.ts";

/** Words the traceability matrix of a feature: each requirement with the sections that answer it, and a summary line. */
export function reportTrace(traces: readonly Trace[], folder: string, style: Style = PLAIN): string {
  const width = Math.max(0, ...traces.map(({ requirement }) => requirement.id.length));
  const lines = traces.flatMap(({ requirement: { id, text }, state, answers }) => {
    const colour = state === "open" ? style.red : state === "listed" ? style.yellow : style.green;
    const mark = colour(state.padEnd("answered".length));
    const places = answers.map(({ file, section, place }) =>
      style.dim(`${" ".repeat(width + 11)}${file.slice(folder.length + 1)}:${place.line} ${section}`),
    );
    return [`${id.padEnd(width)}  ${mark} ${text.length > 90 ? `${text.slice(0, 87)}...` : text}`, ...places];
  });
  return `${[...lines, "", summary(traces)].join("\n")}\n`;
}

/** A PRD of which nothing is read must not look as if all of it were answered. */
function summary(traces: readonly Trace[]): string {
  if (traces.length === 0) return "No requirement was read: nothing can be said to be answered.";
  const open = traces.filter(({ state }) => state === "open").length;
  const listed = traces.filter(({ state }) => state === "listed").length;
  const rest = [...(open > 0 ? [`${open} open`] : []), ...(listed > 0 ? [`${listed} only listed`] : [])];
  return `${count(traces.length, "requirement")}, ${rest.length === 0 ? "all answered" : rest.join(", ")}.`;
}

/** Words what is not to be built, and where the design speaks of it all the same. */
export function reportExcluded(excluded: readonly Excluded[], folder: string, style: Style = PLAIN): string {
  if (excluded.length === 0) return "";
  const lines = excluded.map(({ id, text, why, designed }) => {
    const places = designed.map(({ file, line }) => `${file.slice(folder.length + 1)}:${line}`).join(", ");
    const told = places === "" ? "" : style.yellow(` (mentioned in ${places})`);
    return `${id}  ${style.dim("excluded")} ${text.length > 90 ? `${text.slice(0, 87)}...` : text} ${style.dim(`[${why}]`)}${told}`;
  });
  return `\nNot to be built (${excluded.length}):\n${lines.join("\n")}\n`;
}

/** Words the same as a Markdown table; what is not to be built stands behind what is. */
export function reportTraceMarkdown(traces: readonly Trace[], folder: string, excluded: readonly Excluded[] = []): string {
  const cell = (text: string) => text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
  const rows = traces.map(({ requirement: { id, text }, state, answers }) => {
    const places = answers.map(({ file, section, place }) => `${file.slice(folder.length + 1)}:${place.line} ${cell(section)}`);
    return `| ${id} | ${cell(text)} | ${state === "open" ? "**open**" : state} | ${places.join("<br>")} |`;
  });
  const aside = excluded.map(({ id, text, why, designed }) => {
    const places = designed.map(({ file, line }) => `${file.slice(folder.length + 1)}:${line}`);
    return `| ${cell(id)} | ${cell(text)} | excluded: ${cell(why)} | ${places.join("<br>")} |`;
  });
  return `| Requirement | Text | State | Answered in |\n| --- | --- | --- | --- |\n${[...rows, ...aside].join("\n")}\n`;
}
