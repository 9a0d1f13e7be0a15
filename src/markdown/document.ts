import GithubSlugger from "github-slugger";
import type { Heading, Nodes, RootContent } from "mdast";
import { readBlocks, type Source, spanOf } from "./blocks.ts";
import { readFlow } from "./flow.ts";
import { readFrontMatter } from "./front-matter.ts";
import { plainText } from "./inline.ts";
import { Lines } from "./lines.ts";
import { parseText } from "./parse.ts";
import { attributeAnchors, undefinedReferences, wikiLinks } from "./raw-links.ts";
import type { MarkdownDocument, Section, Span } from "./types.ts";
import { gather } from "./walk.ts";

/**
 * Reads one Markdown text: tree, outline, front matter, and every block that a check or a fact needs.
 * Never throws on what a document holds; trouble in the front matter is told in `frontMatter.problem`.
 *
 * @param raw the text as it is on disk; a byte order mark is dropped, offsets count without it
 */
export function readMarkdown(raw: string): MarkdownDocument {
  const marked = raw.startsWith("\uFEFF");
  const text = marked ? raw.slice(1) : raw;
  const lines = new Lines(text);
  const source: Source = { text, lines };
  const { tree, cut } = parseText(text);
  const frontMatter = readFrontMatter(text, (start, end) => lines.span(start, end));
  const gathered = gather(tree, source);
  const content = tree.children.filter((node) => !insideFrontMatter(node, frontMatter.span));
  const { preamble, sections, allSections } = outline(content, source, frontMatter.span?.end ?? 0);
  const blanks = frontMatter.span ? [frontMatter.span, ...gathered.blanks] : gathered.blanks;
  for (const section of [preamble, ...allSections]) section.blocks = ownBlocks(section, gathered.blocks);
  const prose = blank(text, blanks);
  const words = blank(
    prose,
    gathered.inlineCodes.map(({ span }) => span),
  );
  return {
    text,
    lines,
    marked,
    frontMatter,
    preamble,
    sections,
    allSections,
    blocks: gathered.blocks,
    links: [...gathered.links, ...wikiLinks(words, source)],
    undefinedReferences: undefinedReferences(words, gathered.links, source),
    definitions: gathered.definitions,
    comments: gathered.comments,
    inlineCodes: gathered.inlineCodes,
    ...(gathered.tooDeep && { tooDeep: gathered.tooDeep }),
    ...(cut !== undefined && { tooLong: lines.span(cut, cut + 1) }),
    anchors: new Set([...allSections.map((section) => section.anchor), ...gathered.htmlAnchors, ...attributeAnchors(words)]),
    prose,
    flow: () => readFlow(content, source),
    lineCount: lines.count,
  };
}

function insideFrontMatter(node: RootContent, span: Span | undefined): boolean {
  return span !== undefined && (node.position?.start.offset ?? 0) < span.end;
}

/** Nests headings by rank and gives each section the blocks that stand under it. */
function outline(nodes: readonly RootContent[], source: Source, start: number) {
  const slugger = new GithubSlugger();
  const end = source.text.length;
  const preamble = emptySection("", 0, "", source.lines.span(start, start));
  const contents = new Map<Section, Nodes[]>([[preamble, []]]);
  const allSections: Section[] = [];
  const sections: Section[] = [];
  const open: Section[] = [];
  let current = preamble;
  for (const node of nodes) {
    if (node.type !== "heading") {
      contents.get(current)?.push(node);
      continue;
    }
    close(open, node.depth, node.position?.start.offset ?? end, source);
    current = sectionOf(node, slugger, source);
    (open.at(-1)?.sections ?? sections).push(current);
    open.push(current);
    allSections.push(current);
    contents.set(current, []);
  }
  close(open, 0, end, source);
  preamble.span = source.lines.span(start, allSections[0]?.heading.start ?? end);
  for (const [section, blocks] of contents) Object.assign(section, readBlocks(blocks, source));
  return { preamble, sections, allSections };
}

/** Ends every open section of the same or a lower rank. */
function close(open: Section[], depth: number, end: number, source: Source): void {
  for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
    last.span = source.lines.span(last.heading.start, end);
    open.pop();
  }
}

function sectionOf(node: Heading, slugger: GithubSlugger, source: Source): Section {
  const title = plainText(node).replace(/\s+/g, " ").trim();
  // The attribute is no part of what the heading says.
  return emptySection(title.replace(/ ?\{:? ?#[\w:.-]{1,99}[^{}]{0,200}\}$/, ""), node.depth, slugger.slug(title), spanOf(node, source));
}

function emptySection(title: string, depth: number, anchor: string, heading: Span): Section {
  return { title, depth, anchor, heading, span: heading, paragraphs: [], fields: [], lists: [], tables: [], blocks: [], sections: [] };
}

/** @returns the blocks that stand in a section but in none of its subsections. */
function ownBlocks(section: Section, blocks: MarkdownDocument["blocks"]): MarkdownDocument["blocks"] {
  const end = section.depth === 0 ? section.span.end : (section.sections[0]?.span.start ?? section.span.end);
  return blocks.filter((block) => block.span.start >= section.span.start && block.span.start < end);
}

/** Overwrites the stretches with spaces, newlines kept, so that offsets stay true. */
function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let prose = "";
  let at = 0;
  for (const span of sorted) {
    if (span.end <= at) continue;
    const from = Math.max(at, span.start);
    prose += text.slice(at, from) + text.slice(from, span.end).replace(/[^\n]+/g, (line) => " ".repeat(line.length));
    at = span.end;
  }
  return prose + text.slice(at);
}
