import { defineCheck, type Report } from "../define.ts";

type MessageId = "control" | "direction" | "invisible" | "hidden-text" | "look-alike";

export default defineCheck({
  id: "deceptive-characters",
  category: "hygiene",
  severity: "error",
  messages: {
    control: {
      text: "Unexpected control character {found}, which a terminal obeys and nobody sees.",
      advice: "Remove it; it came with a copied text or a log.",
    },
    direction: {
      text: "Unexpected character {found}, which turns the direction of reading for the rest of the line: what is seen is not what is written.",
      advice: "Remove it. Text in Arabic or Hebrew needs none; an isolate (U+2066 to U+2068) is let pass where U+2069 ends it on its line.",
    },
    invisible: {
      text: "Unexpected invisible character {found} within a word: two names that look the same are not the same.",
      advice: 'Remove it: write "{instead}".',
    },
    "hidden-text": {
      text: "Unexpected characters that nobody sees and every program reads, from {found} on: {count} of them.",
      advice: "Remove them; they can hide instructions for an assistant that reads the document.",
    },
    "look-alike": {
      text: 'Unexpected {script} letter {found} among the Latin ones of a word: it looks like "{latin}", and is another letter.',
      advice: 'Write "{instead}".',
    },
  },
  *run({ documents }) {
    for (const document of Object.values(documents))
      for (const { at, length, ...report } of inText(document.markdown.text))
        yield { ...report, place: document.place(document.markdown.lines.span(at, at + length)) };
  },
});

type Suspect = Omit<Report<MessageId>, "place"> & { at: number; length: number };

/** Most documents hold none of these, and are read once. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant
const ANY = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200d\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e01ef}]/u;
const CYRILLIC_OR_GREEK = /[\u0370-\u03ff\u0400-\u052f]/;

function* inText(text: string): Generator<Suspect> {
  if (ANY.test(text)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant
    yield* found(text, /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g, "control");
    yield* turned(text);
    yield* invisible(text);
    yield* hidden(text);
  }
  if (CYRILLIC_OR_GREEK.test(text)) yield* lookAlikes(text);
}

function* found(text: string, pattern: RegExp, message: MessageId): Generator<Suspect> {
  for (const { 0: character, index } of text.matchAll(pattern))
    yield { message, at: index, length: character.length, arguments: { found: codeOf(character) } };
}

/** Embeddings and overrides are never needed; isolates are where they begin and end on one line. */
function* turned(text: string): Generator<Suspect> {
  yield* found(text, /[\u202a-\u202e]/g, "direction");
  for (const { 0: line, index } of text.matchAll(/(?<![^\n])[^\n]+/g)) {
    const open: number[] = [];
    const stray: number[] = [];
    for (const { 0: mark, index: at } of line.matchAll(/[\u2066-\u2069]/g))
      if (mark !== "\u2069") open.push(at);
      else if (open.pop() === undefined) stray.push(at);
    for (const at of [...open, ...stray].sort((a, b) => a - b))
      yield { message: "direction", at: index + at, length: 1, arguments: { found: codeOf(line[at] ?? "") } };
  }
}

/**
 * Between letters that are written apart. Joiners belong to the scripts of Persia and India and to emoji, soft hyphens to
 * words that are typeset; neither has a place in a Latin name.
 */
function* invisible(text: string): Generator<Suspect> {
  const marks =
    /(?<=[\p{L}\p{N}_])[\u200b\u2060-\u2064\ufeff]+(?=[\p{L}\p{N}_])|(?<=[\p{Script=Latin}\p{N}_])[\u00ad\u200c\u200d]+(?=[\p{Script=Latin}\p{N}_])/gu;
  for (const { 0: found, index } of text.matchAll(marks)) {
    const before = /(?<![\p{L}\p{N}_])[\p{L}\p{N}_]{1,40}$/u.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? "";
    const after = /^[\p{L}\p{N}_]{1,40}/u.exec(text.slice(index + found.length, index + found.length + 40))?.[0] ?? "";
    yield { message: "invisible", at: index, length: found.length, arguments: { found: codeOf(found), instead: before + after } };
  }
}

/** Tags spell text behind the flag of a region, and nowhere else; the later variation selectors follow an ideograph, one each. */
function* hidden(text: string): Generator<Suspect> {
  const runs = /(?<![\u{1f3f4}\u{e0000}-\u{e007f}])[\u{e0000}-\u{e007f}]+|(?<=[\u{e0100}-\u{e01ef}])[\u{e0100}-\u{e01ef}]+/gu;
  for (const { 0: run, index } of text.matchAll(runs))
    yield { message: "hidden-text", at: index, length: run.length, arguments: { found: codeOf(run), count: [...run].length } };
}

/** Letters of other scripts, with the Latin ones that they are taken for. */
const TWINS = new Map(
  [
    "аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS",
    "οo νv ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX",
  ]
    .join(" ")
    .split(" ")
    .map((pair): [string, string] => [pair[0] ?? "", pair[1] ?? ""]),
);

/** A word of Latin letters in which all others are twins of Latin ones; in "IPшник" and "Δt" they are not. */
function* lookAlikes(text: string): Generator<Suspect> {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const others = Array.from(word.matchAll(/[\u0370-\u052f]/g));
    const [first] = others;
    if (!first || !/[A-Za-z]/.test(word) || !others.every(([letter]) => TWINS.has(letter))) continue;
    const [letter] = first;
    const script = letter < "\u0400" ? "Greek" : "Cyrillic";
    const instead = word.replace(/[\u0370-\u052f]/g, (other) => TWINS.get(other) ?? other);
    const values = { found: codeOf(letter), script, latin: TWINS.get(letter) ?? "", instead: instead.slice(0, 80) };
    yield { message: "look-alike", at: index + first.index, length: 1, arguments: values };
  }
}

function codeOf(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
