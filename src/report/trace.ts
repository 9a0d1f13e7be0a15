import type { Trace } from "../guide/trace.ts";
import { PLAIN, type Style } from "./style.ts";
import { count } from "./words.ts";

/** Words the traceability matrix of a feature: each requirement with the sections that answer it, and a summary line. */
export function reportTrace(traces: readonly Trace[], folder: string, style: Style = PLAIN): string {
  const width = Math.max(0, ...traces.map(({ requirement }) => requirement.id.length));
  const lines = traces.flatMap(({ requirement: { id, text }, answers }) => {
    const mark = answers.length > 0 ? style.green("answered") : style.red("open    ");
    const places = answers.map(({ file, section, place }) =>
      style.dim(`${" ".repeat(width + 11)}${file.slice(folder.length + 1)}:${place.line} ${section}`),
    );
    return [`${id.padEnd(width)}  ${mark} ${text.length > 90 ? `${text.slice(0, 87)}...` : text}`, ...places];
  });
  const open = traces.filter(({ answers }) => answers.length === 0).length;
  return `${[...lines, "", `${count(traces.length, "requirement")}, ${open === 0 ? "all answered" : `${open} open`}.`].join("\n")}\n`;
}

/** Words the same as a Markdown table. */
export function reportTraceMarkdown(traces: readonly Trace[], folder: string): string {
  const cell = (text: string) => text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
  const rows = traces.map(({ requirement: { id, text }, answers }) => {
    const places = answers.map(({ file, section, place }) => `${file.slice(folder.length + 1)}:${place.line} ${cell(section)}`);
    return `| ${id} | ${cell(text)} | ${places.join("<br>") || "**open**"} |`;
  });
  return `| Requirement | Text | Answered in |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}
