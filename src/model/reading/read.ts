import type { DocumentKind, InterfaceKind } from "../../config/config.ts";
import type { HeadingRole } from "../../config/heading-roles.ts";
import type { LinearPattern } from "../../config/linear-pattern.ts";
import type { Lexicon } from "../../context/lexicon/types.ts";
import type { Place } from "../../findings/finding.ts";
import type { MarkdownDocument, Span } from "../../markdown/index.ts";
import type { ReadBlock, Reading, Requirement } from "../types.ts";
import { rankOf } from "./demand.ts";
import type { Draft, Walk } from "./draft.ts";
import { isDeclaring } from "./ground.ts";
import { nameStatements } from "./naming.ts";
import { prefixesIn, seriesIn } from "./prefixes.ts";
import { unreadIn } from "./unread.ts";
import { walkDocument } from "./walk.ts";
import { wordsFor } from "./words.ts";

/** What a reading needs beside the text. */
export interface ReadingInput {
  document: DocumentKind;
  file: string;
  markdown: MarkdownDocument;
  lexicon: Lexicon;
  /** The roles of headings that a template knows, by where they begin. */
  known?: ReadonlyMap<number, HeadingRole>;
  /** Ids in forms of the team's own. */
  idPatterns: readonly LinearPattern[];
}

/**
 * Reads an input: what each of its blocks is, which statements it makes, and what of it was not understood. The headings above a
 * block, its shape and its words are weighed together; nothing of it is left without a role.
 */
export function readInput({ document, file, markdown, lexicon, known, idPatterns }: ReadingInput): Reading {
  const words = wordsFor(lexicon, sampleOf(markdown));
  const prefixes = prefixesIn(markdown);
  const series = seriesIn(markdown);
  const walk: Walk = {
    reader: { lexicon, words, idPatterns },
    drafts: [],
    countsAsId: (prefix, ground) => prefixes.has(prefix) || (isDeclaring(ground) && /^[A-Z]{2,}/.test(prefix)),
    isSeries: (prefix) => series.has(prefix),
  };
  const drafts = walkDocument(walk, markdown, known);
  if (document !== "prd") for (const draft of drafts) asFact(draft);
  else if (drafts.every(({ role }) => role !== "statement" && role !== "exclusion")) for (const draft of drafts) asUnread(draft);
  const { ids, clashes } = nameStatements(drafts);
  const place = (span: Span): Place => ({ file, line: span.line, column: span.column, endLine: span.endLine, endColumn: span.endColumn });
  return {
    document,
    file,
    languages: [...words.languages],
    blocks: drafts.map((draft) => blockOf(draft, ids, place)),
    statements: drafts.flatMap((draft) => (ids.has(draft) ? [statementOf(draft, ids, place)] : [])),
    unread: unreadIn(drafts, place),
    clashes: clashes.map(({ id, first, second }) => ({ id, first: place(first.span), second: place(second.span) })),
  };
}

/** So many words of prose tell a language; a PRD between fences, or set in as a whole, has hardly any beside its headings. */
const FEWEST_WORDS = 40;

function sampleOf({ prose, text }: MarkdownDocument): string {
  return (prose.match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0) >= FEWEST_WORDS || isUnspacedText(prose) ? prose : text;
}

function isUnspacedText(text: string): boolean {
  return (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) >= FEWEST_WORDS;
}

/** In a PRD of which nothing was read, each sentence below no known heading may state what is to be built. */
function asUnread(draft: Draft): void {
  const words = draft.text.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (draft.role === "context" && draft.form === "paragraph" && draft.ground.role === undefined && words >= 3) draft.role = "unread";
}

/** What a contract or a report lists is there, and asks for nothing. */
function asFact(draft: Draft): void {
  if (draft.role === "unread") draft.role = "context";
  const role = FACTS.get(draft.ground.role);
  if (role !== undefined && draft.role === "statement" && draft.own === undefined) draft.role = role;
}

const FACTS = new Map<HeadingRole | undefined, ReadBlock["role"]>([
  ["command", "command"],
  ["endpoint", "endpoint"],
  ["event", "event"],
]);

function blockOf(draft: Draft, ids: ReadonlyMap<Draft, string>, place: (span: Span) => Place): ReadBlock {
  const { role, form, text, kind, owner, frame, by, span } = draft;
  const id = ids.get(draft);
  return {
    role,
    form,
    text,
    ...(role === "statement" && { kind }),
    ...(id !== undefined && { id }),
    ...(owner && ids.has(owner) && { parent: ids.get(owner) }),
    section: frame.title,
    below: frame.line,
    recognisedBy: by,
    place: place(span),
  };
}

const ASKED = new Map<HeadingRole | undefined, InterfaceKind>([
  ["command", "cli"],
  ["endpoint", "api"],
  ["event", "service"],
]);

function asked({ ground }: Draft): Pick<Requirement, "asks"> {
  const asks = ASKED.get(ground.role) ?? ASKED.get(ground.fact);
  return asks === undefined ? {} : { asks };
}

function statementOf(draft: Draft, ids: ReadonlyMap<Draft, string>, place: (span: Span) => Place): Requirement {
  const { kind = "functional", text, parts, frame, owner, excluded, by, span, own, titled } = draft;
  return {
    id: ids.get(draft) ?? "",
    numbered: own !== undefined || titled !== undefined,
    kind,
    text: text === "" ? (parts[0] ?? "") : text,
    whole: [text, ...parts].filter(Boolean).join("\n"),
    section: frame.title,
    ...(owner && ids.has(owner) && { parent: ids.get(owner) }),
    ...asked(draft),
    ...(excluded !== undefined && { excluded }),
    rank: rankOf(draft),
    recognisedBy: by,
    place: place(span),
  };
}
