import type { List, Nodes, Root, Table } from "mdast";
import { readTree } from "../../core.ts";
import { type Html, heading, html } from "../html.ts";
import { inline, rawHtml } from "./inline.ts";
import type { Surroundings } from "./types.ts";

/** @returns a text as markup, block by block */
export function renderBlocks({ children }: Root, around: Surroundings): Html[] {
  return children.map((node) => {
    const block = renderBlock(node, around);
    const beside = around.beside?.(node);
    // A heading alone has no place for an id of its own beside the one that links name.
    if (!around.id || !node.position || node.type === "yaml") return block;
    const { start, end } = node.position;
    return html`<div class="row" id="${around.id(start.line)}" data-to="${end.line}"><div class="said">${block}</div>${
      beside && html`<div class="beside">${beside}</div>`
    }</div>`;
  });
}

/** @returns a piece of Markdown; a single paragraph comes without its tag */
export function renderFragment(source: string, around: Surroundings): Html {
  const { children } = readTree(source);
  const [only] = children;
  if (children.length === 1 && only?.type === "paragraph") return html`${inline(only.children, around)}`;
  return html`${children.map((node) => renderBlock(node, around))}`;
}

function renderBlock(node: Nodes, around: Surroundings): Html {
  const inner = () => ("children" in node ? (node.children as Nodes[]).map((child) => renderBlock(child, around)) : []);
  switch (node.type) {
    case "heading": {
      const anchor = around.anchor?.(node.position?.start.line ?? 0);
      return heading(node.depth + around.down, anchor && `${around.prefix}${anchor}`, inline(node.children, around));
    }
    case "paragraph":
      return html`<p>${inline(node.children, around)}</p>`;
    case "blockquote":
      return html`<blockquote>${inner()}</blockquote>`;
    case "list":
      return list(node, around);
    case "table":
      return table(node, around);
    case "code":
      return /^mermaid$/i.test(node.lang ?? "") ? diagram(node.value, around) : source(node.value);
    case "thematicBreak":
      return html`<hr>`;
    case "html":
      return rawHtml(node.value);
    case "footnoteDefinition":
      return html`<div class="footnote"><sup>${node.label || node.identifier}</sup> ${inner()}</div>`;
    case "yaml":
    case "definition":
      return html``;
    default:
      return html`${inline([node], around)}`;
  }
}

function list({ ordered, start, spread, children }: List, around: Surroundings): Html {
  const items = children.map((item) => {
    const box = typeof item.checked === "boolean" && html`<span class="box">${item.checked ? "☑" : "☐"}</span> `;
    const parts = item.children.map((child) =>
      child.type === "paragraph" && !spread && !item.spread ? html`${inline(child.children, around)}` : renderBlock(child, around),
    );
    return html`<li${mark(item, around)}>${box}${parts}</li>`;
  });
  if (!ordered) return html`<ul>${items}</ul>`;
  return start && start !== 1 ? html`<ol start="${start}">${items}</ol>` : html`<ol>${items}</ol>`;
}

function table({ children: [head, ...rows], align }: Table, around: Surroundings): Html {
  const names = head?.children.map((cell) => inline(cell.children, around)) ?? [];
  const side = (index: number) => (align?.[index] === "right" || align?.[index] === "center" ? align[index] : undefined);
  return scrolling(
    html`<thead><tr>${names.map((name, index) => html`<th scope="col" class="${side(index)}">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
      (row) =>
        html`<tr${mark(row, around)}>${row.children.map((cell, index) => html`<td class="${side(index)}">${inline(cell.children, around)}</td>`)}</tr>`,
    )}</tbody>`,
  );
}

/** A row or an item that is spoken of beside its table or list. */
function mark({ position }: Nodes, { marked }: Surroundings): Html | undefined {
  return position && marked?.(position.start.line, position.end.line) ? html` class="marked"` : undefined;
}

/** @returns a table that scrolls by itself where it is wider than the page, by the keyboard as well */
export function scrolling(rows: Html, caption = "Table"): Html {
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table>${rows}</table></div>`;
}

function diagram(text: string, { drawing }: Surroundings): Html {
  const drawn = drawing(text);
  if (!drawn) return html`<figure class="diagram">${source(text)}<figcaption>Mermaid source: it was not drawn</figcaption></figure>`;
  return html`<figure class="diagram"><div class="drawing" role="group" aria-label="Diagram" tabindex="0">${drawn}</div><details><summary>Source of the diagram</summary>${source(text)}</details></figure>`;
}

function source(text: string): Html {
  return html`<pre tabindex="0"><code>${text}</code></pre>`;
}
