import { script, style } from "./assets.ts";
import { Html, html } from "./html.ts";

/** What stands around the contents of a page. */
export interface Frame {
  /** What is shown on the page. */
  title: string;
  project: string;
  /** Of which day and commit the page is. */
  as: string;
  links: readonly { name: string; address: string; group?: string }[];
  content: Html;
  /** The page is served, and may ask whether it is still fresh. */
  live?: boolean;
}

/** @returns what a page may load: nothing but what stands in it, and where it is served what tells it that it has changed */
export function policyOf(live: boolean): string {
  return `default-src 'none'; style-src ${style().hash}; script-src ${script().hash}; img-src data:; base-uri 'none'; form-action 'none'${live ? "; connect-src 'self'" : ""}`;
}

/** @returns a page that asks for nothing: its style and its script stand in it, and are let in by their hashes alone */
export function renderFrame({ title, project, as, links, content, live = false }: Frame): string {
  const groups = [...new Set(links.map(({ group = "" }) => group))];
  const list = (group: string) =>
    html`${group !== "" && html`<p class="group">${group}</p>`}<ul>${links
      .filter((link) => (link.group ?? "") === group)
      .map(({ name, address }) => html`<li><a href="${address}">${name}</a></li>`)}</ul>`;
  const page = html`<!doctype html>
<html lang="en"${live && html` data-live`}><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${Html.trusted(policyOf(live))}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="generator" content="groundplan"><meta name="referrer" content="no-referrer">
<title>${title === project ? project : `${title} · ${project}`}</title><link rel="icon" href="data:,">
<style>${Html.trusted(style().text)}</style></head>
<body><a class="skip" href="#main">Skip to the contents</a>
<header class="top"><h1>${project}</h1><p class="as">${as}</p></header>
<div class="page"><nav class="contents" aria-label="Contents">${groups.map(list)}</nav>
<main id="main" tabindex="-1">
${content}
</main></div>
<script>${Html.trusted(script().text)}</script></body></html>
`;
  return page.toString();
}
