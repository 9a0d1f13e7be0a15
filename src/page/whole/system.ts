import type { Nodes, Root, RootContent, Text } from "mdast";
import { isSkeleton, readMarkdown, readTree, type WordedFinding } from "../../core.ts";
import { renderFindings } from "../feature/decide.ts";
import { addressFrom } from "../feature/document.ts";
import { counted } from "../feature/words.ts";
import { type Html, heading, html } from "../html.ts";
import { renderBlocks } from "../markdown/blocks.ts";
import type { Site } from "../types.ts";

/**
 * @param overview the page of the whole system, in Markdown
 * @param findings where features contradict each other
 * @returns the whole system as the documents of all features tell it
 */
export function renderSystem({ file, text }: { file: string; text: string }, findings: readonly WordedFinding[], site: Site): Html {
  const anchors = new Map(readMarkdown(text).allSections.map(({ heading, anchor }) => [heading.line, anchor]));
  const tree = told(readTree(text), text);
  return html`${heading(site.rank + 1, "system.contradictions", findings.length === 0 ? "Contradictions" : counted(findings.length, "contradiction"))}
${findings.length === 0 ? html`<p class="empty">No two features contradict each other.</p>` : renderFindings(findings, [])}
${renderBlocks(tree, {
  prefix: "system.",
  down: site.rank - 1,
  address: (url) => addressFrom(file, url, site),
  drawing: (source) => site.drawings.get(source),
  anchor: (line) => anchors.get(line),
})}`;
}

/** What nobody has written yet, and headings with nothing below them, are no news for a reader. */
function told(tree: Root, text: string): Root {
  const says = (node: Nodes): boolean => {
    const source = text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    if (node.type === "html") return false;
    if (node.type === "list") return node.children.some((item) => item.children.some(says));
    if (node.type === "table")
      return node.children
        .slice(1)
        .some((row) =>
          row.children.some(
            (cell) => !isSkeleton(text.slice(cell.position?.start.offset ?? 0, cell.position?.end.offset ?? 0).replace(/^\||\|$/g, "")),
          ),
        );
    return !isSkeleton(source) && !/^\*\*[^*]{1,80}\*\*: *\{[^{}]*\}$/.test(source);
  };
  const kept = tree.children.filter((node) => (node.type === "heading" ? node.depth > 1 : says(node)));
  const short = kept.map((node) => shortened(node));
  const filled = short.filter((node, index) => {
    if (node.type !== "heading") return true;
    const next = short.slice(index + 1).find((later) => later.type !== "heading" || later.depth <= node.depth);
    return next !== undefined && next.type !== "heading";
  });
  return { ...tree, children: filled };
}

/** Of a thousand features nobody reads each row, and no page holds them. */
const MOST_ROWS = 150;
const MOST_ITEMS = 150;

function shortened(node: RootContent): RootContent {
  const most = node.type === "table" ? MOST_ROWS + 1 : MOST_ITEMS;
  if ((node.type !== "table" && node.type !== "list") || node.children.length <= most) return node;
  const rest: Text = { type: "text", value: `and ${node.children.length - most} more, which groundplan system writes` };
  if (node.type === "table")
    return {
      ...node,
      children: [...node.children.slice(0, most), { type: "tableRow", children: [{ type: "tableCell", children: [rest] }] }],
    };
  return {
    ...node,
    children: [...node.children.slice(0, most), { type: "listItem", children: [{ type: "paragraph", children: [rest] }] }],
  };
}
