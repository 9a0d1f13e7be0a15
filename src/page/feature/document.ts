import type { Nodes } from "mdast";
import type { Model, WordedFinding } from "../../core.ts";
import { type Html, heading, html } from "../html.ts";
import { renderBlocks } from "../markdown/blocks.ts";
import type { Surroundings } from "../markdown/types.ts";
import type { Changes } from "../since/changes.ts";
import { badge } from "../since/view.ts";
import type { Site } from "../types.ts";
import { beside, idsIn, type Stated } from "./beside.ts";
import { blockId, type ShownDocument } from "./shown.ts";

/** @returns a document as a reader sees it: findings beside the text that they speak of, requirements in the margin */
export function renderDocument(
  shown: ShownDocument,
  { mentions }: Model,
  findings: readonly WordedFinding[],
  statements: ReadonlyMap<string, Stated>,
  site: Site,
  changes?: Changes,
): Html {
  const own = findings.filter(({ place }) => place.file === shown.file);
  const within = (line: number, { position }: Nodes) => position !== undefined && position.start.line <= line && line <= position.end.line;
  const margin = (block: Nodes): Html | undefined => {
    const mentioned = mentions.filter(({ place }) => place.file === shown.file && within(place.line, block));
    const moved =
      changes?.isNew === false &&
      changes.sections.find(({ file, line }) => file === shown.file && line !== undefined && within(line, block));
    const said = beside(
      own.filter(({ place }) => within(place.line, block)),
      idsIn(mentioned).flatMap((id) => statements.get(id) ?? []),
    );
    return moved ? html`${badge(moved.change)} <span class="muted">since ${changes?.since}</span>${said}` : said;
  };
  // What is said of the metadata, or of the document as a whole, stands at its top.
  const above = own.filter(({ place }) => shown.tree.children.every((block) => block.type === "yaml" || !within(place.line, block)));
  const around = surroundings(shown, site, {
    beside: margin,
    marked: (from, to) => own.some(({ place }) => from <= place.line && place.line <= to),
  });
  return html`<section class="document" id="${shown.id}" aria-labelledby="${shown.id}.title" data-file="${shown.file}">
${heading(site.rank + 1, `${shown.id}.title`, shown.title)}
<p class="file"><code>${shown.file}</code></p>
${beside(above, [])}
${renderBlocks(shown.tree, around)}
</section>`;
}

/** @returns what is around the text of a document, or around a piece of it */
export function surroundings(shown: ShownDocument, site: Site, more: Partial<Surroundings> = {}): Surroundings {
  return {
    prefix: `${shown.id}.`,
    down: site.rank,
    address: (url) => addressFrom(shown.file, url, site),
    drawing: (text) => site.drawings.get(text),
    anchor: (line) => shown.anchors.get(line),
    id: (line) => blockId(shown, line),
    ...more,
  };
}

/** Links to documents that the page shows stay on it; those to the web lead there; any other leads to what the reader may not have. */
export function addressFrom(file: string, url: string, site: Pick<Site, "addressOf">): string | undefined {
  if (/^(?:https?|mailto):/i.test(url)) return url;
  if (/^[a-z][\w+.-]*:|^\/\//i.test(url)) return undefined;
  const [path = "", fragment] = url.split("#", 2);
  const parts = path === "" ? file.split("/") : [...file.split("/").slice(0, -1), ...path.split("/")];
  const resolved: string[] = [];
  for (const part of parts) {
    if (part === "..") resolved.pop();
    else if (part !== "." && part !== "") resolved.push(part);
  }
  return site.addressOf(resolved.join("/"), fragment);
}
