import type { Excluded, Refinement, Trace } from "../guide/trace.ts";
import type { TracedFeature, TracedPoint } from "../guide/trace-points.ts";
import { shorten } from "../text/shorten.ts";
import { PLAIN, type Style } from "./style.ts";
import { count } from "./words.ts";

const WIDEST = "answered".length;

/**
 * Words the traceability matrix of a feature: each requirement with the sections that answer it, what refines it below it, and a summary
 * line; what the PRD excludes stands at the end, and then what the research report numbers.
 */
export function reportTrace({ requirements, excluded, points }: TracedFeature, folder: string, style: Style = PLAIN): string {
  const told = points.length === 0 ? [] : ["", "Of the research report:", ...lay(pointRows(points), folder, style)];
  return `${[...lay(rowsOf(requirements, excluded), folder, style), ...told, "", summary(requirements)].join("\n")}\n`;
}

function lay(rows: readonly Row[], folder: string, style: Style): string[] {
  const width = Math.max(0, ...rows.map(({ id }) => id.length));
  return rows.flatMap(({ id, state, text, note, answers }) => [
    `${id.padEnd(width)}  ${mark(state, style)} ${shorten(text, 90)}${note}`,
    ...answers.map(({ file, section, place: { line } }) =>
      style.dim(`${" ".repeat(width + WIDEST + 3)}${file.slice(folder.length + 1)}:${line} ${section}`),
    ),
  ]);
}

function pointRows(points: readonly TracedPoint[]): Row[] {
  return points.map(({ point: { id, kind, text }, state, answers }) => ({ id, state, text: `${kind}: ${text}`, note: "", answers }));
}

interface Row {
  id: string;
  state: Trace["state"] | "excluded";
  text: string;
  note: string;
  answers: Trace["answers"];
}

/** Criteria stand below what they refine, whether that is answered by itself or by them alone. */
function rowsOf(traces: readonly Trace[], excluded: readonly Excluded[]): Row[] {
  const headed = new Set<string>();
  const rows = traces.flatMap((trace): Row[] => {
    const { requirement, refines, state, since, lacking, answers, criteria } = trace;
    const head = refines && !headed.has(refines.id) ? [headOf(refines, traces)] : [];
    if (refines) headed.add(refines.id);
    return [
      ...head,
      {
        id: `${refines ? "  " : ""}${requirement.id}`,
        state,
        text: requirement.text,
        note: since ? ` (${since} since it was finished)` : lacks(lacking),
        answers,
      },
      ...criteria.map(({ statement: { id, text }, ...rest }) => ({ ...rest, id: `  ${id}`, text, note: lacks(rest.lacking) })),
    ];
  });
  return [
    ...rows,
    ...excluded.map(({ statement: { id, text, excluded: why }, state, answers }) => ({ id, state, text, note: ` [${why}]`, answers })),
  ];
}

const BY_DISTANCE = ["open", "listed", "declined", "answered", "agreeing"] as const;

/** What is answered by its criteria alone is as far as the last of them. */
function headOf({ id, text }: Trace["requirement"], traces: readonly Trace[]): Row {
  const states = new Set(traces.flatMap(({ refines, state }) => (refines?.id === id ? [state] : [])));
  return { id, state: BY_DISTANCE.find((state) => states.has(state)) ?? "open", text, note: "", answers: [] };
}

function mark(state: Trace["state"] | "excluded", style: Style): string {
  const colour = state === "open" ? style.red : state === "listed" ? style.yellow : state === "excluded" ? style.dim : style.green;
  return colour(state.padEnd(WIDEST));
}

function lacks(lacking: Refinement["lacking"]): string {
  return lacking.length === 0 ? "" : ` (no document has ${lacking.join(", ")})`;
}

/** A PRD of which nothing is read must not look as if all of it were answered. */
function summary(traces: readonly Trace[]): string {
  if (traces.length === 0) return "No requirement was read: nothing can be said to be answered.";
  const open = traces.filter(({ state }) => state === "open").length;
  const listed = traces.filter(({ state }) => state === "listed").length;
  const unmet = traces.flatMap(({ criteria }) => criteria).filter(({ lacking }) => lacking.length > 0).length;
  const rest = [
    ...(open > 0 ? [`${open} open`] : []),
    ...(listed > 0 ? [`${listed} only listed`] : []),
    ...(unmet > 0
      ? [unmet === 1 ? "1 criterion without what it states literally" : `${unmet} criteria without what they state literally`]
      : []),
  ];
  return `${count(traces.length, "requirement")}, ${rest.length === 0 ? "all answered" : rest.join(", ")}.`;
}

/** Words the same as a Markdown table. */
export function reportTraceMarkdown({ requirements, excluded, points }: TracedFeature, folder: string): string {
  const cell = (text: string) => text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
  const rows = [...rowsOf(requirements, excluded), ...pointRows(points)].map(({ id, state, text, note, answers }) => {
    const places = answers.map(({ file, section, place }) => `${file.slice(folder.length + 1)}:${place.line} ${cell(section)}`);
    const below = id.startsWith(" ") ? "&nbsp;&nbsp;" : "";
    return `| ${below}${id.trim()} | ${cell(text)}${cell(note)} | ${state === "open" ? "**open**" : state} | ${places.join("<br>")} |`;
  });
  return `| Requirement | Text | State | Answered in |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}
