import { type Html, heading, html } from "../html.ts";
import type { Standing } from "../types.ts";
import { counted } from "./words.ts";

/** @returns the head of a feature: what it is called, how far it is, and the numbers that matter */
export function renderStanding(standing: Standing, rank: number): Html {
  const { key, id, title, owner, status } = standing;
  return html`<header class="standing"><p class="key">${key.epic} / ${key.feature}</p>
${heading(rank, `${id}.title`, title)}
<p class="meta"><span class="status">${status}</span>${owner !== "" && html`<span>Owner: ${owner}</span>`}</p>
${approvals(standing)}
${bar(standing)}
<dl class="numbers">${numbersOf(standing).map(({ name, value, tone, to }) => html`<div class="${tone}"><dt>${name}</dt><dd><a href="#${id}.${to}">${value}</a></dd></div>`)}</dl></header>`;
}

function approvals({ approvals, unapproved }: Standing): Html | undefined {
  const missing = unapproved.filter((role) => approvals.every((approval) => approval.role !== role));
  if (approvals.length + missing.length === 0) return undefined;
  const given = approvals.map(
    ({ role, by, day, holds }) =>
      html`<li><strong>${role}</strong> <span class="state ${holds ? "agreeing" : "listed"}">${holds ? "approved" : "changed since approval"}</span> <span class="muted">${by}, ${day}</span></li>`,
  );
  const asked = missing.map((role) => html`<li><strong>${role}</strong> <span class="state open">not approved</span></li>`);
  return html`<ul class="approvals" aria-label="Approvals">${given}${asked}</ul>`;
}

/** @returns how many of the seven steps are done, as a bar and in words */
export function bar({ steps, next }: Standing): Html {
  const done = steps.filter((step) => step.done).length;
  const words = next === undefined ? "all steps done" : `next: ${next}`;
  return html`<div class="progress"><span class="steps" aria-hidden="true">${steps.map((step) => html`<i class="${step.done && "done"}"></i>`)}</span>
<span>${done} of ${steps.length} <span class="muted">${words}</span></span></div>`;
}

type Tone = "good" | "fair" | "bad";

function numbersOf({ requirements, answered, errors, warnings, questions, departures, stale }: Standing): {
  name: string;
  value: string;
  tone: Tone;
  to: string;
}[] {
  return [
    {
      name: "Requirements answered",
      value: `${answered} of ${requirements}`,
      tone: requirements > 0 && answered === requirements ? "good" : "bad",
      to: "matrix",
    },
    {
      name: "Findings",
      value: errors + warnings === 0 ? "none" : `${counted(errors, "error")}, ${counted(warnings, "warning")}`,
      tone: errors > 0 ? "bad" : warnings > 0 ? "fair" : "good",
      to: "findings",
    },
    { name: "Open questions", value: String(questions), tone: questions > 0 ? "fair" : "good", to: "decide" },
    { name: "Departures", value: String(departures), tone: departures > 0 ? "fair" : "good", to: "decide" },
    { name: "Sections out of date", value: String(stale), tone: stale > 0 ? "bad" : "good", to: "steps" },
  ];
}
