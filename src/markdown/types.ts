import type { Lines } from "./lines.ts";
import type { Span } from "./span.ts";

export type { Span } from "./span.ts";

/** Text as a reader sees it, the Markdown it was written in, and where it stands. */
export interface Inline {
  /** Without markup: link texts, contents of inline code. */
  text: string;
  /** The Markdown source. */
  source: string;
  /** The contents of each piece of inline code. */
  codes: string[];
  span: Span;
}

export interface Table {
  header: Inline[];
  rows: Inline[][];
  span: Span;
}

export interface ListItem extends Inline {
  /** Lists nested in the item. */
  lists: List[];
}

export interface List {
  ordered: boolean;
  items: ListItem[];
  span: Span;
}

/** `**Label**: value`, with the lists and tables that follow it up to the next label or heading. */
export interface Field {
  label: string;
  value: Inline;
  lists: List[];
  tables: Table[];
  /** From the label to the end of what belongs to it. */
  span: Span;
}

export type BlockForm = "fenced" | "indented" | "html";

export interface CodeBlock {
  form: BlockForm;
  /** The first word after the fence, in lower case; empty where there is none. */
  language: string;
  value: string;
  span: Span;
}

export interface Link {
  url: string;
  text: string;
  image: boolean;
  /** Written in double brackets: the name of a page, with or without its ending. */
  wiki?: boolean;
  span: Span;
}

/** `[words][label]` where nothing gives the label an address. */
export interface UndefinedReference {
  label: string;
  span: Span;
}

export interface Comment {
  text: string;
  span: Span;
}

/** A heading and all under it, down to the next heading of the same or a higher rank. */
export interface Section {
  title: string;
  /** 1 to 6; 0 for what stands before the first heading. */
  depth: number;
  /** The fragment that GitHub gives the heading. */
  anchor: string;
  heading: Span;
  span: Span;
  /** The contents up to the first subsection. */
  paragraphs: Inline[];
  fields: Field[];
  lists: List[];
  tables: Table[];
  blocks: CodeBlock[];
  sections: Section[];
}

export interface FrontMatter {
  data: Record<string, unknown>;
  /** The whole block with its fences; absent where the document has none. */
  span?: Span;
  /** Why it could not be read. `executable` is an engine that would run code. */
  problem?: { kind: "executable" | "malformed" | "language"; reason: string; line: number };
}

/** A line of text with what makes it stand out. */
export interface FlowLine extends Inline {
  /** The bold text that it begins with. */
  bold?: string;
  /** The inline code that it begins with. */
  code?: string;
  /** It is bold from end to end. */
  wholly: boolean;
  /** Most of it is struck out. */
  struck: boolean;
  /** It is one link, or one picture, and nothing else. */
  link: boolean;
}

export interface FlowItem {
  /** Its first paragraph. */
  line: FlowLine;
  /** Its number in an ordered list. */
  number?: number;
  /** The number that the text shows. */
  shown?: number;
  checked?: boolean;
  /** What stands in it below its first paragraph. */
  children: Flow[];
  span: Span;
}

/** One block of a text, in reading order. Quotes are what they hold. */
export type Flow =
  | { form: "heading"; depth: number; line: FlowLine }
  | { form: "paragraph"; lines: FlowLine[]; span: Span }
  | { form: "list"; ordered: boolean; items: FlowItem[]; span: Span }
  | { form: "table"; header: Inline[]; rows: { cells: Inline[]; span: Span }[]; span: Span }
  | { form: "fence"; language: string; value: string; span: Span }
  | { form: "html"; value: string; span: Span };

/** One parsed Markdown text. Everything in it carries its place. */
export interface MarkdownDocument {
  text: string;
  lines: Lines;
  /** The text began with a byte order mark, which `text` leaves out. */
  marked: boolean;
  frontMatter: FrontMatter;
  /** What stands before the first heading, then the outline's top level. */
  preamble: Section;
  sections: Section[];
  /** Every section in reading order, whatever its depth. */
  allSections: Section[];
  blocks: CodeBlock[];
  links: Link[];
  undefinedReferences: UndefinedReference[];
  /** The labels that have an address. */
  definitions: string[];
  comments: Comment[];
  inlineCodes: Inline[];
  /** Where blocks or marks first nest deeper than is read. */
  tooDeep?: Span;
  /** Where a paragraph that is too long to be read in one was first cut in two. */
  tooLong?: Span;
  /** The fragments that a link into this document may use. */
  anchors: Set<string>;
  /** The text with front matter, blocks, comments and link addresses blanked: same length, same offsets. */
  prose: string;
  /** @returns all blocks in reading order, nested as they are written. */
  flow(): Flow[];
  /** Number of lines as `wc -l` counts them, and one more where the last line has no newline. */
  lineCount: number;
}
