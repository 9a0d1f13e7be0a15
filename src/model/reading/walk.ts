import { HEADING_ROLES, type HeadingRole } from "../../config/heading-roles.ts";
import type { Flow, FlowItem, MarkdownDocument } from "../../markdown/index.ts";
import { readFence } from "./blocks/fences.ts";
import { openSection, scopeOf } from "./blocks/headings.ts";
import { readHtml } from "./blocks/html.ts";
import { readItem } from "./blocks/items.ts";
import { type Opened, readParagraph } from "./blocks/paragraphs.ts";
import { readTable } from "./blocks/tables.ts";
import { withBoldTitles } from "./bold-titles.ts";
import { closeSection } from "./close.ts";
import type { Draft, Frame, Scope, Walk } from "./draft.ts";
import { topFrame } from "./frames.ts";
import { givenItems, recordGiven } from "./given.ts";
import { isSetAside, isStating } from "./ground.ts";
import { withoutSwallowed } from "./lazy-labels.ts";
import { titleRole } from "./lexicon.ts";
import { withNumberedTitles } from "./numbered-titles.ts";
import { asBlocks } from "./plain-blocks.ts";
import { indentedBlocks, plainFlow } from "./plain-text.ts";

/** Walks a document from top to bottom and records what each of its blocks is. */
export function walkDocument(walk: Walk, document: MarkdownDocument, known?: ReadonlyMap<number, HeadingRole>): Draft[] {
  const flows =
    plainFlow(document, walk.reader) ??
    withBoldTitles(
      withNumberedTitles(
        document.flow().flatMap((flow) => expand(flow, document)),
        document,
        walk.reader,
      ),
    );
  const titles = flows.filter((flow) => flow.form === "heading" && flow.depth === 1).length;
  let frame = topFrame(document.lines.span(0, 0));
  let marked: HeadingRole | undefined;
  let pending: Flow[] = [];
  const flush = () => {
    readBlocks(walk, pending, scopeOf(frame), document);
    pending = [];
  };
  let isFirst = true;
  for (const [index, flow] of flows.entries()) {
    if (flow.form !== "heading") {
      const role = flow.form === "html" ? markOf(flow.value) : undefined;
      if (role) {
        flush();
        marked = role;
      } else pending.push(flow);
      continue;
    }
    flush();
    for (; frame.above && frame.depth >= flow.depth; frame = frame.above) closeSection(walk, frame);
    frame = openSection(
      walk,
      flow,
      frame,
      isFirst && isTitle(walk, flow, titles === 1, flows.slice(index + 1)),
      marked ?? (isStating(frame.ground) || isSetAside(frame.ground) ? undefined : known?.get(flow.line.span.start)),
    );
    marked = undefined;
    isFirst = false;
  }
  flush();
  for (let each: Frame | undefined = frame; each; each = each.above) closeSection(walk, each);
  return walk.drafts;
}

/** The first heading names the document where no other is of its rank, or where sections stand below it and it says nothing else. */
function isTitle({ reader }: Walk, heading: Flow, alone: boolean, behind: readonly Flow[]): boolean {
  if (heading.form !== "heading" || heading.depth !== 1) return false;
  if (alone) return true;
  const next = behind.find((flow) => flow.form === "heading");
  const role = titleRole(reader.lexicon, heading.line.text);
  return next?.form === "heading" && next.depth > 1 && (role?.exact !== true || reader.words.has("document", heading.line.text));
}

/** HTML, and lists and tables that are no Markdown, are read as the Markdown that they stand for. */
function expand(flow: Flow, document: MarkdownDocument): Flow[] {
  const { lines } = document;
  if (flow.form === "paragraph") return asBlocks(flow, lines);
  if (flow.form === "fence" && flow.language === "") return indentedBlocks(flow, document) ?? [flow];
  if (flow.form !== "html" || flow.value.startsWith("<!--")) return [flow];
  return readHtml(flow.value, (start, end) => lines.span(flow.span.start + start, flow.span.start + end));
}

/** `<!-- groundplan-reads: context -->` above a heading or a block says what it is. */
function markOf(html: string): HeadingRole | undefined {
  const role = /^<!--\s{0,9}groundplan-reads:\s{0,9}([a-z-]{1,20})/.exec(html)?.[1];
  return HEADING_ROLES.find((each) => each === role);
}

function readBlocks(walk: Walk, written: readonly Flow[], fresh: Scope, document: MarkdownDocument): void {
  const flows = written.flatMap((flow, index) => (flow.form === "list" ? withoutSwallowed(flow, written[index + 1], document) : [flow]));
  let base = fresh;
  let scope = fresh;
  let listed = false;
  for (const [index, flow] of flows.entries()) {
    const before = scope.frame.statements;
    if (flow.form === "paragraph") {
      const next = flows[index + 1];
      const heads = next !== undefined && next.form !== "paragraph";
      // A plain paragraph behind a list says that the list is over.
      const opened: Opened | undefined = readParagraph(walk, flow, listed ? base : scope, stateless(fresh, base), heads);
      if (opened?.states) base = opened.scope;
      if (opened) scope = opened.scope;
      else if (listed) scope = base;
      listed = false;
    } else if (flow.form === "list") {
      readList(walk, flow.items, flow.ordered, scope, document);
      listed = true;
    } else if (flow.form === "table") {
      readTable(walk, flow, { ...scope, holder: undefined, owner: scope.holder ?? scope.owner });
      listed = true;
    } else if (flow.form === "fence") {
      readFence(walk, flow, scope, document.lines);
      listed = true;
    }
    if (flow.form === "paragraph") continue;
    if (flow.form === "fence" && scope.frame.statements === before) scope.frame.pictures++;
    else scope.frame.listed++;
  }
}

/** Labels belong to the statement that a paragraph made, a statement to the section alone. */
function stateless(fresh: Scope, base: Scope): Scope {
  return base === fresh ? fresh : { ...base, frame: fresh.frame };
}

function readList(walk: Walk, items: readonly FlowItem[], ordered: boolean, scope: Scope, document: MarkdownDocument): void {
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (!item) continue;
    const count = scope.holder?.kind === "criterion" ? 0 : givenItems(walk, items, at);
    if (count > 0) {
      recordGiven(
        walk,
        items.slice(at, at + count).map(({ line }) => line),
        "item",
        { ...scope, holder: undefined, owner: scope.holder ?? scope.owner },
      );
      at += count - 1;
    } else readItem(walk, item, ordered, scope, (below, inner) => readBelow(walk, below, inner, document));
  }
}

function readBelow(walk: Walk, { children }: FlowItem, scope: Scope, document: MarkdownDocument): void {
  if (children.length > 0) readBlocks(walk, children, scope, document);
}
