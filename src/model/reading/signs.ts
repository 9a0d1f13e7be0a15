import type { LinearPattern } from "../../config/linear-pattern.ts";
import type { Lexicon } from "../../context/lexicon/types.ts";
import type { FlowLine } from "../../markdown/index.ts";
import { isKnownPrefix, isStandard, leadingId, ownId } from "../requirements/ids.ts";
import { excludesItself, isRule } from "./exclusions.ts";
import { type TitleMatch, titleRole } from "./lexicon.ts";
import { withoutMarkers } from "./markers.ts";
import type { Words } from "./words.ts";

/** What can be seen on one line of text, before it is decided what it is. */
export interface Signs {
  /** Without marks in front of it and without its id. */
  text: string;
  /** The line as a whole. */
  full: string;
  id?: { id: string; prefix: string; separated: boolean; known: boolean /** It stands out from the line. */; marked?: boolean };
  /** Marks in brackets: priorities. */
  marks: string[];
  /** `Label: value` whose label the lexicon knows. */
  label?: { name: string; match: TitleMatch; value: string };
  shape?: "story" | "given" | "when" | "ears";
  /** Goes on with a `then` or an `and`. */
  continues: boolean;
  duty: boolean;
  /** It says who or what has to do it. */
  obliged: boolean;
  /** It obliges the system itself: "The system must ...", "shall". */
  binding: boolean;
  /** It begins with a verb that tells what is to be done. */
  action: boolean;
  /** @returns whether it says under which condition something holds. */
  rule(): boolean;
  /** It begins with a condition. */
  conditional: boolean;
  /** @returns whether it says what something does or is able to do, and not what stands below it. */
  able(): boolean;
  /** Text of a template that nobody has filled, or a word for nothing. */
  empty: boolean;
  /** It says itself that it will not be built. */
  excluded: boolean;
  /** It ends in a colon. */
  introduces: boolean;
  /** What it introduces is left out: "The project does not include:". */
  excluding: boolean;
  /** What stands below it is to be built, whatever the heading above: "The shop has the following functions." */
  announcing: boolean;
  question: boolean;
  /** A path, an address, or a piece of code alone. */
  bare: boolean;
}

/** What a reader of signs needs. */
export interface Reader {
  lexicon: Lexicon;
  words: Words;
  idPatterns: readonly LinearPattern[];
}

const LABEL = /^([^:：]{1,60})[:：](?:\s{1,20}|(?=[^\s/]))?(.{0,4000})$/su;
const PLACEHOLDER = /^(?:[[{<][^[\]{}<>]{1,300}[\]}>][\s.:,;/|-]{0,4}){1,6}$/;
const BARE =
  /^(?:`{0,2}[\w./@~$*{}<>-]{1,200}[/.][\w./@~$*{}<>-]{1,200}`{0,2}|https?:\/\/\S{1,1000}|!?\[[^\]]{0,200}\]\([^)]{0,500}\))(?:\s{0,4}\([^()]{0,80}\))?[.,;]?$/;
/** Keywords of standards bind in capitals alone. */
const KEYWORD = /\b(?:MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED)\b/;
const GIVEN_WHEN = /\b(?:given|when|then)\b/i;

const last = new WeakMap<Reader, { line: string; signs: Signs }>();

/** @returns what can be seen on a line; the same line is asked for several times in a row */
export function signsOf(line: string, reader: Reader): Readonly<Signs> {
  let seen = last.get(reader);
  if (seen?.line !== line) {
    seen = { line, signs: readSigns(line, reader) };
    last.set(reader, seen);
  }
  return seen.signs;
}

/** @returns what can be seen on a line of a list or a paragraph: an id that stands out in bold is one, whatever follows it */
export function lineSigns({ text, bold }: Pick<FlowLine, "text" | "bold">, reader: Reader): Readonly<Signs> {
  const signs = signsOf(text, reader);
  if (!signs.id || bold?.replace(/^[\s[(]{1,9}|[\s:：.\])]{1,9}$/g, "") !== signs.id.id) return signs;
  return { ...signs, id: { ...signs.id, separated: true, marked: true } };
}

function readSigns(line: string, reader: Reader): Signs {
  const { lexicon, words, idPatterns } = reader;
  const isMark = (inside: string) =>
    /^(?:p\d?|\d{1,2}|[xX]|us\d{1,2})$/i.test(inside.trim()) || (inside.length <= 16 && isPriority(inside, reader));
  const { text: bare, marks } = withoutMarkers(line, isMark);
  const found = ownId(bare, idPatterns) ?? leadingId(bare, (prefix) => !isStandard(prefix));
  const known = found !== undefined && (found.prefix === "" || isKnownPrefix(found.prefix));
  const rest = withoutMarkers(found ? found.rest : bare, isMark).text;
  const duty = words.has("duty", rest) || KEYWORD.test(rest);
  const label = labelOf(bare, reader);
  const shape = shapeOf(rest, duty, words) ?? (label?.match.role === "story" ? shapeOf(label.value, duty, words) : undefined);
  return {
    text: rest.trim(),
    full: bare.trim(),
    ...(found && { id: { id: found.id, prefix: found.prefix, separated: found.separated, known } }),
    marks,
    label,
    shape,
    continues: words.opens("then", rest) || words.opens("and", rest),
    duty,
    obliged: duty && !words.opens("duty", rest),
    binding: duty && (KEYWORD.test(rest) || words.has("binding", rest)),
    action: words.opens("action", rest),
    rule: () => isRule(rest, words),
    conditional: words.opens("trigger", rest),
    able: () => words.has("ability", rest) && !isPointing(rest, words),
    // "MP4" is a name, whatever id it looks like.
    empty: isEmpty(rest === "" && found && !known ? bare : rest, words),
    excluded: excludesItself(rest, words) || marks.some((mark) => titleRole(lexicon, mark)?.role === "exclusion"),
    introduces: /[:：]$/.test(rest.trim()),
    excluding: /[:：]$/.test(rest.trim()) && words.has("excluding", rest),
    announcing: words.has("announcing", rest),
    question: /[?？]["”»)\]]{0,3}$/.test(rest.trim()),
    bare: BARE.test(rest.trim()),
  };
}

/** It speaks of what stands below, or of the document. */
function isPointing(text: string, words: Words): boolean {
  return words.has("pointing", text) || /[:：]$/.test(text.trim());
}

function isPriority(inside: string, { lexicon, words }: Reader): boolean {
  const match = titleRole(lexicon, inside);
  return words.opens("priority", inside) || (match?.exact === true && (match.role === "priority" || match.role === "exclusion"));
}

function shapeOf(text: string, duty: boolean, words: Words): Signs["shape"] {
  const isStory = words.has("storyopen", text.slice(0, 120)) && words.has("storywish", text);
  if (isStory && (words.opens("storyopen", text) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(text))) return "story";
  if (words.opens("given", text)) return words.has("when", text) || words.has("then", text) || GIVEN_WHEN.test(text) ? "given" : undefined;
  if (words.opens("trigger", text) && duty) return "ears";
  return /^(?:WHEN|IF|WHILE|WHERE)\b/.test(text) ? "when" : undefined;
}

function labelOf(text: string, { lexicon, words }: Reader): Signs["label"] {
  const match = LABEL.exec(text);
  if (!match) return undefined;
  const name = (match[1] ?? "").trim();
  const role = titleRole(lexicon, name);
  // "The output must hold:" is a sentence, whatever word of a heading it holds.
  if (role && !role.exact && words.has("duty", name)) return undefined;
  return role && { name, match: role, value: (match[2] ?? "").trim() };
}

function isEmpty(text: string, words: Words): boolean {
  const trimmed = text.trim();
  return trimmed === "" || PLACEHOLDER.test(trimmed) || words.is("none", trimmed);
}
