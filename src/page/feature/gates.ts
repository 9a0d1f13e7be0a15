import type { ChecklistItem, StaleSection, Step } from "../../core.ts";
import { type Html, html } from "../html.ts";
import { withCode } from "./beside.ts";
import { counted } from "./words.ts";

const MOST = 6;

/** @returns the seven steps, with what keeps each gate closed */
export function renderSteps(steps: readonly Step[], stale: readonly StaleSection[], folder: string): Html {
  const step = ({ title, gate, done, open }: Step) => html`<li class="${done ? "done" : "todo"}"><p><strong>${title}</strong>
<span class="state ${done ? "agreeing" : "open"}">${done ? "done" : "open"}</span></p>${
    !done &&
    html`<p class="muted">Done when ${gate}.</p><ul>${open.slice(0, MOST).map((reason) => html`<li>${withCode(reason.startsWith(`${folder}/`) ? reason.slice(folder.length + 1) : reason)}</li>`)}${
      open.length > MOST && html`<li>and ${open.length - MOST} more</li>`
    }</ul>`
  }</li>`;
  const outdated = stale.map(
    ({ section, because }) =>
      html`<li><strong>${section}</strong> was written before ${because.map(({ id }) => id).join(", ")} changed</li>`,
  );
  return html`<ol class="steps-list">${steps.map(step)}</ol>${
    outdated.length > 0 && html`<p>${counted(outdated.length, "section is", "sections are")} out of date:</p><ul>${outdated}</ul>`
  }`;
}

const MARKS = { passed: "✓", failed: "✗", unchecked: "?", "not-applicable": "–" } as const;
const WORDS = { passed: "holds", failed: "does not hold", unchecked: "not checked", "not-applicable": "does not apply" } as const;

/** @returns the workflow's quality checklist, computed from the findings */
export function renderChecklist(checklist: readonly ChecklistItem[]): Html {
  const line = ({
    text,
    state,
    errors,
  }: ChecklistItem) => html`<li class="${state}"><span class="mark" aria-hidden="true">${MARKS[state]}</span>
<span>${text}<span class="sr">: ${WORDS[state]}</span>${errors > 0 && html` <span class="muted">${counted(errors, "error")}</span>`}</span></li>`;
  return html`<ul class="checklist">${checklist.map(line)}</ul>`;
}
