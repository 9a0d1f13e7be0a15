import { wordChange } from "../../core.ts";
import type { Stated } from "../feature/beside.ts";
import { blockId, type ShownDocument } from "../feature/shown.ts";
import { counted } from "../feature/words.ts";
import { type Html, heading, html } from "../html.ts";
import { scrolling } from "../markdown/blocks.ts";
import { type Change, type Changes, countChanges, type SectionChange, type StatementChange } from "./changes.ts";

/** @returns what a reviewer who comes back has to look at */
export function renderChanges(
  changes: Changes,
  statements: ReadonlyMap<string, Stated>,
  documents: readonly ShownDocument[],
  rank: number,
): Html {
  const { since, isNew, sections, interfaces } = changes;
  if (isNew) return html`<p>The feature is new since <code>${since}</code>: there is nothing to compare it with.</p>`;
  if (countChanges(changes) === 0) return html`<p class="empty">Nothing has changed since ${since}.</p>`;
  const section = ({ change, file, title, line }: SectionChange) => {
    const document = documents.find((shown) => shown.file === file);
    const name = line !== undefined && document ? html`<a href="#${blockId(document, line)}">${title}</a>` : title;
    return html`<li>${badge(change)} ${name} <span class="muted">${document?.title}</span></li>`;
  };
  const statement = ({ change, id, before, after }: StatementChange) => {
    const row = statements.get(id)?.row;
    return html`<tr><th scope="row">${row !== undefined && change !== "gone" ? html`<a href="#${row}">${id}</a>` : id}</th><td>${badge(change)}</td>
<td>${before !== "" && html`<del>${before}</del>`}${before !== "" && after !== "" && html`<br>`}${after !== "" && html`<ins>${after}</ins>`}</td></tr>`;
  };
  const breaking = interfaces.filter((each) => each.breaking).length;
  return html`${sections.length > 0 && html`${heading(rank, undefined, counted(sections.length, "section"))}<ul class="plain changes">${sections.map(section)}</ul>`}
${
  changes.statements.length > 0 &&
  html`${heading(rank, undefined, counted(changes.statements.length, "statement of the PRD", "statements of the PRD"))}
${scrolling(html`<thead><tr><th scope="col">Id</th><th scope="col">Change</th><th scope="col">Text</th></tr></thead><tbody>${changes.statements.map(statement)}</tbody>`, "Statements that changed")}`
}
${
  interfaces.length > 0 &&
  html`${heading(rank, undefined, html`${counted(interfaces.length, "change of interfaces", "changes of interfaces")}${breaking > 0 && html`, <span class="bad">${breaking} of them breaking</span>`}`)}
<ul class="cards">${interfaces.map((each) => html`<li class="note ${each.breaking ? "error" : "fits"}"><p><strong>${each.breaking ? "Breaks" : "Fits"}</strong> ${wordChange(each)}</p><p class="advice">${each.because}</p></li>`)}</ul>`
}`;
}

const TONES: Readonly<Record<Change, string>> = { new: "agreeing", changed: "answered", gone: "open" };

/** @returns a word for a change */
export function badge(change: Change): Html {
  return html`<span class="state ${TONES[change]}">${change}</span>`;
}
