import type { AnswerPlace, Excluded, Refinement, Requirement, Trace } from "../../core.ts";
import { type Html, html } from "../html.ts";
import { scrolling } from "../markdown/blocks.ts";
import type { Stated } from "./beside.ts";
import { addressOfPlace, type ShownDocument } from "./shown.ts";
import { counted, STATES, type State } from "./words.ts";

interface Row {
  statement: Requirement;
  state: State;
  answers: readonly AnswerPlace[];
  /** It refines the one above it. */
  below: boolean;
  note: string;
}

/** @returns every statement with its state, by its id; of two with one id the first */
export function statedIn(id: string, traces: readonly Trace[], excluded: readonly Excluded[]): Map<string, Stated> {
  const stated = new Map<string, Stated>();
  for (const { statement, state } of rowsOf(traces, excluded))
    if (!stated.has(statement.id))
      stated.set(statement.id, { id: statement.id, text: statement.text, state, row: rowId(id, statement.id) });
  return stated;
}

function rowId(id: string, statement: string): string {
  return `${id}.s.${statement.replace(/[^\p{L}\p{N}._-]/gu, "-")}`;
}

function rowsOf(traces: readonly Trace[], excluded: readonly Excluded[]): Row[] {
  const refinement = ({ statement, state, answers, lacking }: Refinement): Row => ({
    statement,
    state,
    answers,
    below: true,
    note: lacks(lacking),
  });
  return [
    ...traces.flatMap(({ requirement, state, answers, since, lacking, criteria }): Row[] => [
      { statement: requirement, state, answers, below: false, note: since ? `${since} since the design was finished` : lacks(lacking) },
      ...criteria.map(refinement),
    ]),
    ...excluded.map(({ statement, state, answers }): Row => ({ statement, state, answers, below: false, note: statement.excluded ?? "" })),
  ];
}

function lacks(lacking: readonly string[]): string {
  return lacking.length === 0 ? "" : `no document has ${lacking.join(", ")}`;
}

/** @returns each statement of the PRD with where it is answered; the states can be chosen without scripts */
export function renderMatrix(
  id: string,
  traces: readonly Trace[],
  excluded: readonly Excluded[],
  documents: readonly ShownDocument[],
): Html {
  const rows = rowsOf(traces, excluded);
  if (rows.length === 0) return html`<p class="empty">No statement was read in the PRD: nothing can be said to be answered.</p>`;
  const present = (Object.keys(STATES) as State[]).filter((state) => rows.some((row) => row.state === state));
  const seen = new Set<string>();
  const body = rows.map(({ statement, state, answers, below, note }) => {
    const row = rowId(id, statement.id);
    const anchor = !seen.has(row) && html` id="${row}"`;
    seen.add(row);
    return html`<tr class="${state}"${anchor}><th scope="row" class="${below && "below"}">${statement.id}</th>
<td>${statement.text}${note !== "" && html` <em class="muted">${note}</em>`}</td>
<td><span class="state ${state}">${STATES[state].word}</span></td><td>${places(answers, documents)}</td></tr>`;
  });
  const filters = ["all" as const, ...present].map((state, index) => {
    const count = state === "all" ? rows.length : rows.filter((row) => row.state === state).length;
    const word = state === "all" ? "all" : STATES[state].word;
    return html`<label><input type="radio" name="${id}.states" value="${state}"${index === 0 && html` checked`}> ${word} <span class="count">${count}</span></label>`;
  });
  return html`<div class="matrix"><fieldset class="filter"><legend>Show</legend>${filters}</fieldset>
${scrolling(html`<thead><tr><th scope="col">Id</th><th scope="col">The PRD says</th><th scope="col">State</th><th scope="col">Answered in</th></tr></thead><tbody>${body}</tbody>`, "Traceability matrix")}
<dl class="legend">${present.map((state) => html`<div><dt><span class="state ${state}">${STATES[state].word}</span></dt><dd>${STATES[state].means}</dd></div>`)}</dl></div>`;
}

function places(answers: readonly AnswerPlace[], documents: readonly ShownDocument[]): Html {
  if (answers.length === 0) return html`<span class="muted">nowhere</span>`;
  const item = ({ section, file, place }: AnswerPlace) => {
    const name = section === "" ? (file.split("/").at(-1) ?? file) : section;
    const address = addressOfPlace(documents, place);
    const of = documents.find((shown) => shown.file === file)?.title;
    return html`<li>${address ? html`<a href="${address}">${name}</a>` : name}${of !== undefined && html` <span class="muted">${of}</span>`}</li>`;
  };
  const all = answers.map(item);
  if (all.length <= 5) return html`<ul class="plain">${all}</ul>`;
  return html`<ul class="plain">${all.slice(0, 4)}</ul><details><summary>${counted(all.length - 4, "more place")}</summary><ul class="plain">${all.slice(4)}</ul></details>`;
}
