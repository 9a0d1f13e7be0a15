import type { System } from "../../core.ts";
import { recordId } from "../addresses.ts";
import { addressFrom } from "../feature/document.ts";
import { type Html, heading, html } from "../html.ts";
import { renderFragment, scrolling } from "../markdown/blocks.ts";
import type { Site } from "../types.ts";

/** @returns which patterns the features apply or decline, and the records of decisions */
export function renderPatterns({ patterns, records }: System, site: Site): Html {
  const around = {
    prefix: "patterns.",
    down: site.rank,
    address: (url: string) => addressFrom("", url, site),
    drawing: () => undefined,
  };
  const uses = patterns.flatMap(({ title, uses }) =>
    uses.map(
      ({ feature, applied, reason }, index) => html`<tr>${index === 0 && html`<th scope="rowgroup" rowspan="${uses.length}">${title}</th>`}
<td>${feature.title}</td><td><span class="state ${applied ? "agreeing" : "declined"}">${applied ? "applied" : "declined"}</span></td><td>${renderFragment(reason, around)}</td></tr>`,
    ),
  );
  const head = (names: readonly string[]) => html`<thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>`;
  const decided = records.map(
    ({
      file,
      name,
      title,
      status,
      date,
      outcome,
      consequences,
    }) => html`<section class="card" id="${recordId(file)}">${heading(site.rank + 2, undefined, html`${name} ${title}`)}
<p class="meta"><span class="status">${status || "no status"}</span>${date !== "" && html`<span>${date}</span>`}</p>
${outcome !== "" && html`<p>${renderFragment(outcome, around)}</p>`}${consequences !== "" && html`<p class="muted">${renderFragment(consequences, around)}</p>`}</section>`,
  );
  return html`${heading(site.rank + 1, "patterns.used", "Patterns")}
${uses.length === 0 ? html`<p class="empty">No feature decides on a pattern yet.</p>` : scrolling(html`${head(["Pattern", "Feature", "Decision", "Why"])}<tbody>${uses}</tbody>`, "Patterns")}
${heading(site.rank + 1, "patterns.records", "Decision records")}
${decided.length === 0 ? html`<p class="empty">There is no decision record.</p>` : decided}`;
}
