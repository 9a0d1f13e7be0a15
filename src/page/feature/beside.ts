import type { Mention, WordedFinding } from "../../core.ts";
import { type Html, html } from "../html.ts";
import { STATES, type State } from "./words.ts";

/** A statement with its state, as margins and tables name it. */
export interface Stated {
  id: string;
  text: string;
  state: State;
  /** The id of its row in the matrix. */
  row: string;
}

/** @returns what the margin says beside a block: findings in full, then the statements that the block speaks of */
export function beside(findings: readonly WordedFinding[], statements: readonly Stated[]): Html | undefined {
  if (findings.length + statements.length === 0) return undefined;
  return html`${findings.map((finding) => note(finding))}${statements.length > 0 && html`<ul class="chips" aria-label="Requirements">${chips(statements)}</ul>`}`;
}

const MOST = 8;

function chips(statements: readonly Stated[]): Html {
  const item = (stated: Stated) => html`<li>${chip(stated)}</li>`;
  if (statements.length <= MOST + 2) return html`${statements.map(item)}`;
  const rest = statements.slice(MOST);
  return html`${statements.slice(0, MOST).map(item)}<li><details><summary>and ${rest.length} more</summary><ul class="chips">${rest.map(item)}</ul></details></li>`;
}

/** @returns a statement's id, which leads to its row in the matrix */
export function chip({ id, text, state, row }: Stated): Html {
  return html`<a class="chip ${state}" href="#${row}" title="${text}">${id} <span class="sr">${STATES[state].word}</span></a>`;
}

/** @returns a finding, with what to do about it */
export function note({ severity, text, advice, check, place }: WordedFinding, where?: Html): Html {
  return html`<div class="note ${severity}"><p><strong>${severity === "error" ? "Error" : "Warning"}</strong> <span class="where">${where ?? `line ${place.line}`}</span></p>
<p>${withCode(text)}</p>${advice !== "" && html`<p class="advice">${withCode(advice)}</p>`}<p class="check"><code>${check}</code></p></div>`;
}

/** What stands between backticks is a name. */
export function withCode(text: string): Html {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return html`${text}`;
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** @returns the mentions of one statement as one, in their order */
export function idsIn(mentions: readonly Mention[]): string[] {
  return [...new Set(mentions.map(({ id }) => id))];
}
