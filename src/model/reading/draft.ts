import type { Span } from "../../markdown/index.ts";
import type { BlockRole, ReadBlock, Requirement } from "../types.ts";
import { type Ground, isDeclaring } from "./ground.ts";
import type { Reader, Signs } from "./signs.ts";

/** The section or label whose title names the statements below it that bear no id. */
export interface Root {
  title: string;
  /** The title of the section above it, which tells roots of one title apart. */
  above: string;
}

/** A section while it is read. */
export interface Frame {
  title: string;
  depth: number;
  line: number;
  span: Span;
  ground: Ground;
  root: Root;
  above?: Frame;
  /** Its heading, where that makes no statement. */
  heading?: Draft;
  /** The statement that its heading makes. */
  statement?: Draft;
  /** Its heading is the title of a group of requirements: `Feature 2: Weather`. */
  groups?: boolean;
  /** Its heading is the title of the document. */
  titles?: boolean;
  /** What was read in it, subsections left out, and how many statements stand in it and below. */
  paragraphs: Draft[];
  statements: number;
  listed: number;
  /** Blocks that tell of something else: what stands behind a label such as Priority, and pictures and examples. */
  details: number;
  pictures: number;
  subsections: number;
  /** Its items and rows that say by themselves that they are statements, and those that were not understood. */
  normative: number;
  unread: Draft[];
  /** Its statements below a label that declares some, where its heading is not known, and unread items of it and its sections. */
  declared: number;
  pending: Draft[];
  /** Its items and rows that describe a design and may demand something. */
  described: Draft[];
  /** Sections below it whose headings are sentences and in which nothing else is stated. */
  leaves: { frame: Frame; duty: boolean }[];
}

/** Where a block stands, while it is read. */
export interface Scope {
  frame: Frame;
  ground: Ground;
  root: Root;
  /** What is read belongs to this statement, unless it is one itself. */
  holder?: Draft;
  /** The statement that a statement belongs to. */
  owner?: Draft;
}

/** A block that was read, before ids are given. */
export interface Draft {
  role: BlockRole;
  form: ReadBlock["form"];
  text: string;
  /** What stands below it and belongs to it. */
  parts: string[];
  kind?: Requirement["kind"];
  /** The PRD's own id. */
  own?: string;
  /** A number that follows a word: Requirement 3. */
  titled?: { word: string; number: string };
  /** The number that an ordered list shows. */
  shown?: number;
  root: Root;
  ground: Ground;
  owner?: Draft;
  excluded?: string;
  shape?: Signs["shape"];
  /** It says so by itself; otherwise its place alone says that it is a statement. */
  normative: boolean;
  by: string;
  frame: Frame;
  span: Span;
}

/** What is shared while one document is read. */
export interface Walk {
  reader: Reader;
  drafts: Draft[];
  /** Ids of prefixes that only this document uses count where several have them. */
  countsAsId(prefix: string, ground: Ground): boolean;
  /** Several lines of this document begin with an id of this prefix and a title that nothing parts from it. */
  isSeries(prefix: string): boolean;
}

type Given = Pick<Draft, "role" | "form" | "text" | "by" | "span"> & Partial<Draft>;

/** Records a block; a statement counts for every section around it. */
export function record(walk: Walk, scope: Scope, given: Given): Draft {
  const draft: Draft = {
    parts: [],
    root: scope.root,
    ground: scope.ground,
    owner: scope.owner ?? scope.holder,
    normative: false,
    frame: scope.frame,
    ...given,
  };
  // What belongs to something that is not to be built is not to be built either.
  if (draft.role === "statement" && draft.owner?.role === "exclusion")
    Object.assign(draft, { role: "exclusion", excluded: "it belongs to what is not to be built" });
  walk.drafts.push(draft);
  if (draft.role === "statement") countIn(scope.frame);
  if (draft.role === "statement" && draft.normative && draft.form !== "paragraph") scope.frame.normative++;
  if (draft.role === "statement" && scope.frame.ground.role === undefined && isDeclaring(draft.ground)) scope.frame.declared++;
  if (draft.role === "unread") scope.frame.unread.push(draft);
  return draft;
}

function countIn(frame: Frame): void {
  for (let each: Frame | undefined = frame; each; each = each.above) each.statements++;
}

/** Records what belongs to a statement and is none itself. */
export function recordDetail(walk: Walk, scope: Scope, given: Omit<Given, "role" | "by">): Draft {
  const { holder } = scope;
  if (holder && given.text !== "") holder.parts.push(given.text);
  return record(walk, scope, {
    ...given,
    role: "context",
    by: holder ? "it belongs to the statement above" : `the heading "${scope.ground.by}"`,
  });
}
