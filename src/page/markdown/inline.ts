import type { Nodes } from "mdast";
import { Html, html } from "../html.ts";
import type { Surroundings } from "./types.ts";

/** @returns the text of a paragraph, a cell or a heading as markup; of HTML in it only the end of a line is kept, the rest is shown */
export function inline(nodes: readonly Nodes[], around: Surroundings): Html[] {
  return nodes.map((node) => one(node, around));
}

function one(node: Nodes, around: Surroundings): Html {
  switch (node.type) {
    case "text":
      return html`${node.value}`;
    case "strong":
      return html`<strong>${inline(node.children, around)}</strong>`;
    case "emphasis":
      return html`<em>${inline(node.children, around)}</em>`;
    case "delete":
      return html`<del>${inline(node.children, around)}</del>`;
    case "inlineCode":
      return html`<code>${node.value}</code>`;
    case "break":
      return html`<br>`;
    case "link":
      return link(node.url, inline(node.children, around), around);
    case "image":
      return html`<span class="picture">${node.alt || node.url}</span>`;
    case "imageReference":
      return html`<span class="picture">${node.alt || node.identifier}</span>`;
    case "footnoteReference":
      return html`<sup>${node.label || node.identifier}</sup>`;
    case "html":
      return rawHtml(node.value);
    default:
      return "children" in node ? html`${inline(node.children as Nodes[], around)}` : html``;
  }
}

/** A link that leads to nothing which the reader of the page has shows its address all the same. */
function link(url: string, content: readonly Html[], { address }: Surroundings): Html {
  const to = address(url);
  if (to === undefined) return html`<span class="elsewhere" title="${url}">${content}</span>`;
  return to.startsWith("#") || !/^[a-z]+:/i.test(to)
    ? html`<a href="${to}">${content}</a>`
    : html`<a href="${to}" rel="noopener noreferrer">${content}</a>`;
}

/** Comments speak to writers; other tags are words of the document and are shown as such. */
export function rawHtml(value: string): Html {
  if (/^\s*<br\b[^<>]{0,20}>\s*$/i.test(value)) return html`<br>`;
  if (value.trimStart().startsWith("<!--")) return Html.trusted("");
  return html`<code class="raw">${value}</code>`;
}
