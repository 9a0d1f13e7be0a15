import {
  approvalsOf,
  featureTitle,
  lackingApprovals,
  type Review,
  readTree,
  staleSections,
  stepsOf,
  type Trace,
  traceExcluded,
  traceRequirements,
} from "../../core.ts";
import { type Html, heading, html } from "../html.ts";
import { idOf } from "../ids.ts";
import { type Changes, countChanges } from "../since/changes.ts";
import { renderChanges } from "../since/view.ts";
import type { Site, Standing } from "../types.ts";
import { renderDecide, renderFindings } from "./decide.ts";
import { renderDocument, surroundings } from "./document.ts";
import { renderChecklist, renderSteps } from "./gates.ts";
import { renderInterfaces } from "./interfaces.ts";
import { renderMatrix, statedIn } from "./matrix.ts";
import { type ShownDocument, shownDocuments } from "./shown.ts";
import { renderStanding } from "./standing.ts";

/** A feature as the page shows it, and how it stands. */
export interface ShownFeature {
  standing: Standing;
  article: Html;
}

/** @returns one feature: what is to be decided on top, then the documents, the interfaces, the matrix and the checklist */
export function showFeature(review: Review, site: Site, changes?: Changes): ShownFeature {
  const { model, findings, checklist } = review;
  const id = idOf(model.key);
  const [traces, excluded, steps, stale] = [traceRequirements(model), traceExcluded(model), stepsOf(review), staleSections(model)];
  const documents = shownDocuments(model, id);
  const statements = statedIn(id, traces, excluded);
  const standing: Standing = {
    key: model.key,
    id,
    title: featureTitle(model),
    ...metadataOf(review),
    steps: steps.map(({ title, done }) => ({ title, done })),
    next: steps.find(({ done }) => !done)?.title,
    approvals: approvalsOf(model),
    unapproved: lackingApprovals(model),
    requirements: traces.length,
    answered: traces.filter(isAnswered).length,
    questions: model.undecided.length + model.remarks.length,
    departures: model.departures.length,
    errors: findings.filter(({ severity }) => severity === "error").length,
    warnings: findings.filter(({ severity }) => severity === "warning").length,
    stale: stale.length,
    ...(changes && { changed: countChanges(changes) }),
  };
  const plain = surroundings(documents.find(({ kind }) => kind === "backend-design") ?? documents[0] ?? nothing(id), site);
  const part = (name: string, title: string, content: Html) =>
    html`<section class="part" aria-labelledby="${id}.${name}">${heading(site.rank + 1, `${id}.${name}`, title)}${content}</section>`;
  const parts: [name: string, title: string][] = [
    ...(changes ? [["since", "What changed"] as [string, string]] : []),
    ["decide", "To decide"],
    ["findings", "Findings"],
    ...documents.map(({ kind, title }): [string, string] => [kind, title]),
    ["interfaces", "Interfaces"],
    ["matrix", "Traceability"],
    ["steps", "Steps"],
    ["checklist", "Checklist"],
  ];
  const article = html`<article class="feature" id="${id}" aria-labelledby="${id}.title" data-feature="${model.key.epic}/${model.key.feature}">
${renderStanding(standing, site.rank)}
<nav class="within" aria-label="Parts of ${standing.title}"><ul>${parts.map(([name, title]) => html`<li><a href="#${id}.${name}">${title}</a></li>`)}</ul></nav>
${changes && part("since", `What changed since ${changes.since}`, renderChanges(changes, statements, documents, site.rank + 2))}
${part("decide", "To decide", renderDecide(model, statements, documents, site.rank + 2, plain))}
${part("findings", "Findings", renderFindings(findings, documents))}
${documents.map((document) => renderDocument(document, model, findings, statements, site, changes))}
${part("interfaces", "Interfaces", renderInterfaces(model, id, site.rank + 2, plain))}
${part("matrix", "Traceability", renderMatrix(id, traces, excluded, documents))}
${part("steps", "Steps", renderSteps(steps, stale, model.feature.folder))}
${part("checklist", "Checklist", renderChecklist(checklist))}
</article>`;
  return { standing, article };
}

function isAnswered({ state }: Trace): boolean {
  return state !== "open" && state !== "listed";
}

function metadataOf({ model }: Review): Pick<Standing, "owner" | "status"> {
  const { "backend-design": backend, architecture, prd } = model.documents;
  const owner = [backend, architecture, prd].map((document) => document?.markdown.frontMatter.data.owner).find(isName);
  return { owner: owner ?? "", status: backend?.metadata.status ?? architecture?.metadata.status ?? "not begun" };
}

function isName(owner: unknown): owner is string {
  return typeof owner === "string";
}

/** Where no output is written yet. */
function nothing(id: string): ShownDocument {
  return { kind: "architecture", file: "", id, title: "", tree: readTree(""), anchors: new Map(), blocks: [] };
}
