import { bar } from "./feature/standing.ts";
import { counted } from "./feature/words.ts";
import { type Html, html } from "./html.ts";
import { scrolling } from "./markdown/blocks.ts";
import type { Standing } from "./types.ts";

/** @returns all features in a table: how far each is, and what is open */
export function renderOverview(standings: readonly Standing[], addressOf: (standing: Standing) => string): Html {
  if (standings.length === 0) return html`<p class="empty">There is no feature yet.</p>`;
  const finished = standings.filter(({ next }) => next === undefined).length;
  const sum = (key: "questions" | "errors" | "warnings" | "requirements" | "answered" | "stale") =>
    standings.reduce((total, standing) => total + standing[key], 0);
  const compared = standings.some(({ changed }) => changed !== undefined);
  const names = ["Feature", "Steps", "Requirements", "Findings", "Open questions", "Out of date", ...(compared ? ["Changed"] : [])];
  const head = names.map((name) => html`<th scope="col">${name}</th>`);
  return html`<p class="lead">${counted(standings.length, "feature")}, ${finished} finished.
${sum("answered")} of ${counted(sum("requirements"), "requirement")} answered, ${counted(sum("errors"), "error")}, ${counted(sum("questions"), "open question")}.</p>
${scrolling(html`<thead><tr>${head}</tr></thead><tbody>${standings.map((standing) => row(standing, addressOf(standing)))}</tbody>`, "Features")}`;
}

function row(standing: Standing, address: string): Html {
  const { key, title, requirements, answered, errors, warnings, questions, stale, changed } = standing;
  const open = requirements - answered;
  return html`<tr><th scope="row"><a href="${address}">${title}</a><br><span class="key">${key.epic} / ${key.feature}</span></th>
<td>${bar(standing)}</td>
<td class="${open > 0 || requirements === 0 ? "bad" : "good"}">${answered} of ${requirements}</td>
<td class="${errors > 0 ? "bad" : warnings > 0 ? "fair" : "good"}">${findings(errors, warnings)}</td>
<td class="${questions > 0 ? "fair" : "good"}">${questions === 0 ? "none" : questions}</td>
<td class="${stale > 0 ? "bad" : "good"}">${stale === 0 ? "nothing" : counted(stale, "section")}</td>${changed !== undefined && html`<td>${changed === 0 ? "nothing" : html`<strong>${counted(changed, "change")}</strong>`}</td>`}</tr>`;
}

function findings(errors: number, warnings: number): string {
  const told = [...(errors > 0 ? [counted(errors, "error")] : []), ...(warnings > 0 ? [counted(warnings, "warning")] : [])];
  return told.length === 0 ? "none" : told.join(", ");
}
