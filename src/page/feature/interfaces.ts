import type { DataStructure, Interface, Model, Value } from "../../core.ts";
import { type Html, heading, html } from "../html.ts";
import { renderFragment, scrolling } from "../markdown/blocks.ts";
import type { Surroundings } from "../markdown/types.ts";
import { counted } from "./words.ts";

const KINDS = { api: "endpoint", library: "function", cli: "command", service: "event" } as const;

/** @returns the interfaces of a design as specifications: what each takes and gives, its structures, and the codes of errors */
export function renderInterfaces({ backend, typeReferences }: Model, id: string, rank: number, around: Surroundings): Html {
  const { interfaces, structures, errors } = backend;
  if (interfaces.length + structures.length + errors.length === 0)
    return html`<p class="empty">The backend design specifies no interface yet.</p>`;
  const known = new Map(structures.map(({ name }) => [name, structureId(id, name)]));
  const used = (name: string) => [
    ...new Set(typeReferences.flatMap((reference) => (reference.user === name && known.has(reference.name) ? [reference.name] : []))),
  ];
  return html`${interfaces.map((each) => card(each, used(each.name), known, rank, around))}
${structures.length > 0 && heading(rank, undefined, counted(structures.length, "structure"))}
${structures.map((each) => structure(each, id, rank + 1, around))}
${errors.length > 0 && html`${heading(rank, undefined, counted(errors.length, "error code"))}${codes(backend.errors)}`}
${rules("Pagination", backend.pagination, rank, around)}${rules("Rate limits", backend.rateLimits, rank, around)}${rules("Versioning", backend.versioning, rank, around)}`;
}

function structureId(id: string, name: string): string {
  return `${id}.t.${name.replace(/[^\p{L}\p{N}_-]/gu, "-")}`;
}

function card(
  { name, kind, values }: Interface,
  uses: readonly string[],
  known: ReadonlyMap<string, string>,
  rank: number,
  around: Surroundings,
): Html {
  return html`<section class="card">${heading(rank, undefined, html`${name} <span class="kind">${KINDS[kind]}</span>`)}
${labelled(values, around)}
${uses.length > 0 && html`<p class="uses">Structures: ${uses.map((use, index) => html`${index > 0 && ", "}<a href="#${known.get(use)}">${use}</a>`)}</p>`}</section>`;
}

function structure({ name, purpose, fields }: DataStructure, id: string, rank: number, around: Surroundings): Html {
  const rows = fields.map(
    (field) => html`<tr><th scope="row"><code>${field.name}</code></th><td>${field.type}</td><td>${field.required}</td>
<td>${renderFragment(field.validation, around)}</td><td>${renderFragment(field.description, around)}</td></tr>`,
  );
  const head = ["Field", "Type", "Required", "Rules", "Description"].map((title) => html`<th scope="col">${title}</th>`);
  return html`<section class="card" id="${structureId(id, name)}">${heading(rank, undefined, name)}
${purpose !== "" && html`<p>${renderFragment(purpose, around)}</p>`}
${fields.length > 0 && scrolling(html`<thead><tr>${head}</tr></thead><tbody>${rows}</tbody>`, `Fields of ${name}`)}</section>`;
}

function codes(errors: Model["backend"]["errors"]): Html {
  const rows = errors.map(
    ({ code, status, meaning }) => html`<tr><th scope="row"><code>${code}</code></th><td>${status}</td><td>${meaning}</td></tr>`,
  );
  return scrolling(
    html`<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody>`,
    "Error codes",
  );
}

function rules(title: string, values: Readonly<Record<string, Value>>, rank: number, around: Surroundings): Html {
  return Object.keys(values).length === 0 ? html`` : html`${heading(rank, undefined, title)}${labelled(values, around)}`;
}

function labelled(values: Readonly<Record<string, Value>>, around: Surroundings): Html {
  const parts = Object.entries(values).map(([label, value]) => html`<div><dt>${label}</dt><dd>${contents(value, around)}</dd></div>`);
  return html`<dl class="fields">${parts}</dl>`;
}

function contents({ source, text, items, table }: Value, around: Surroundings): Html {
  const rows = table?.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${renderFragment(cell.source, around)}</td>`)}</tr>`);
  return html`${text !== "" && html`<p>${renderFragment(source, around)}</p>`}
${items.length > 0 && html`<ul>${items.map((item) => html`<li>${renderFragment(item.source, around)}</li>`)}</ul>`}
${table && scrolling(html`<thead><tr>${table.header.map((cell) => html`<th scope="col">${cell.text}</th>`)}</tr></thead><tbody>${rows}</tbody>`)}`;
}
