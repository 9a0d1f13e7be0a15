import type { Departure, Model, OpenQuestion, WordedFinding } from "../../core.ts";
import { type Html, heading, html } from "../html.ts";
import { renderFragment } from "../markdown/blocks.ts";
import type { Surroundings } from "../markdown/types.ts";
import { chip, note, type Stated } from "./beside.ts";
import { addressOfPlace, type ShownDocument } from "./shown.ts";
import { counted } from "./words.ts";

/** @returns what asks for somebody's decision: open questions, and where the design does otherwise than the PRD asks */
export function renderDecide(
  { undecided, departures, remarks }: Model,
  statements: ReadonlyMap<string, Stated>,
  documents: readonly ShownDocument[],
  rank: number,
  around: Surroundings,
): Html {
  const about = (ids: readonly string[]) => {
    const stated = ids.flatMap((id) => statements.get(id) ?? []);
    return (
      stated.length > 0 && html`<ul class="chips" aria-label="Requirements">${stated.map((each) => html`<li>${chip(each)}</li>`)}</ul>`
    );
  };
  const lead = (place: OpenQuestion["place"]) => {
    const address = addressOfPlace(documents, place);
    return address !== undefined && html` <a class="where" href="${address}">in the text</a>`;
  };
  const question = ({ ids, question, decider, assumption, place }: OpenQuestion) => html`<li class="question">
<p><strong>${renderFragment(question, around)}</strong>${lead(place)}</p>
<p>Decided by ${decider === "" ? html`<strong>nobody yet</strong>` : renderFragment(decider, around)}.
${assumption !== "" && html`Until then: ${renderFragment(assumption, around)}`}</p>${about(ids)}</li>`;
  const departure = ({ ids, text, reason, place }: Departure) => html`<li class="departure">
<p>${renderFragment(text, around)}${lead(place)}</p>${reason === "" && html`<p><strong>No reason is given.</strong></p>`}${about(ids)}</li>`;
  const remark = ({ by, text, place }: Model["remarks"][number]) => html`<li class="question"><p>${text}${lead(place)}</p>
<p class="muted">Remark of ${by || "a reviewer"}</p></li>`;
  if (undecided.length + departures.length + remarks.length === 0)
    return html`<p class="empty">Nothing is left to decide: the design asks no question and departs from nothing.</p>`;
  return html`${remarks.length > 0 && html`${heading(rank, undefined, counted(remarks.length, "remark"))}<ul class="cards">${remarks.map(remark)}</ul>`}
${undecided.length > 0 && html`${heading(rank, undefined, counted(undecided.length, "open question"))}<ul class="cards">${undecided.map(question)}</ul>`}
${departures.length > 0 && html`${heading(rank, undefined, counted(departures.length, "departure"))}<ul class="cards">${departures.map(departure)}</ul>`}`;
}

/** @returns all findings, those in the documents of the page with a link to their place */
export function renderFindings(findings: readonly WordedFinding[], documents: readonly ShownDocument[]): Html {
  if (findings.length === 0) return html`<p class="empty">The checks find nothing.</p>`;
  const item = (finding: WordedFinding) => {
    const { file, line } = finding.place;
    const name = `${file.split("/").at(-1)}:${line}`;
    const address = addressOfPlace(documents, finding.place);
    return html`<li>${note(finding, address === undefined ? html`${name}` : html`<a href="${address}">${name}</a>`)}</li>`;
  };
  const [first, rest] = [findings.slice(0, 20), findings.slice(20)];
  return html`<ul class="cards">${first.map(item)}</ul>${
    rest.length > 0 &&
    html`<details><summary>${counted(rest.length, "further finding")}</summary><ul class="cards">${rest.map(item)}</ul></details>`
  }`;
}
