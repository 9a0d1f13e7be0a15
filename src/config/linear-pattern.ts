import { onDemand } from "../disk/on-demand.ts";

type Engine = typeof import("re2js");

/** An expression that somebody has written into a configuration; it takes time in proportion to the text, whatever it is. */
export interface LinearPattern {
  /** @returns the first place where it matches, as an expression of JavaScript does */
  exec(text: string): { 0: string; index: number } | undefined;
  /** @returns every place where it matches more than nothing, in order */
  matchesIn(text: string): { 0: string; index: number }[];
}

/** Repetitions are unfolded, and each step of one may be tried at each letter: an id needs some dozens. */
const MOST_STEPS = 300;

/**
 * @throws Error that names what the engine does not know, such as a look ahead or a back reference, or that the expression is too large
 */
export function linearPattern(source: string): LinearPattern {
  // Taken for the letter k otherwise.
  if (/\\k</.test(source)) throw new Error("a reference to a group is not supported");
  const { RE2JS } = onDemand<Engine>("re2js");
  let compiled: ReturnType<Engine["RE2JS"]["compile"]>;
  try {
    compiled = RE2JS.compile(RE2JS.translateRegExp(source));
  } catch (thrown) {
    throw new Error(wordProblem(thrown instanceof Error ? thrown.message : String(thrown)));
  }
  const steps = compiled.programSize();
  if (steps > MOST_STEPS) throw new Error(`its repetitions unfold to ${steps} steps, expected at most ${MOST_STEPS}`);
  const find = (text: string, most: number) => {
    const found: { 0: string; index: number }[] = [];
    const matcher = compiled.matcher(text);
    while (found.length < most && matcher.find()) found.push({ 0: matcher.group() ?? "", index: matcher.start() });
    return found;
  };
  return {
    exec: (text) => find(text, 1)[0],
    matchesIn: (text) => windowsOf(text).flatMap(({ at, part, own }) => inWindow(find(part, MOST_IN_WINDOW), at, own)),
  };
}

const CONSTRUCTS: readonly [RegExp, string][] = [
  [/syntax: `\(\?=|syntax: `\(\?!/, "look ahead"],
  [/`\(\?<[=!]/, "look behind"],
  [/escape sequence: `\\[1-9k]/, "a reference to a group"],
  [/syntax: `\(\?>/, "an atomic group"],
  [/repetition operator/, "a repetition of a repetition"],
  [/repeat count/, "a repetition of more than 1000 times"],
];

function wordProblem(message: string): string {
  const what = message.replace(/^error parsing regexp: /, "");
  const construct = CONSTRUCTS.find(([sign]) => sign.test(message))?.[1];
  return construct === undefined ? what : `${construct} is not supported (${what})`;
}

/** A line of prose is shorter. Of what is longer, each window is looked at by itself, since a search may begin anew at each letter. */
const WINDOW = 1000;
const OVERLAP = 200;
const MOST_IN_WINDOW = 500;

interface Window {
  at: number;
  part: string;
  /** What begins behind it is the next window's. */
  own: number;
}

function windowsOf(text: string): Window[] {
  const windows: Window[] = [];
  let at = 0;
  while (at < text.length || at === 0) {
    const line = text.indexOf("\n", at);
    const end = line === -1 ? text.length : line + 1;
    if (end - at <= WINDOW) windows.push({ at, part: text.slice(at, end), own: end - at });
    else {
      const cut = at + WINDOW - OVERLAP;
      // It begins at a word, so that what is part of a longer one is not taken for a whole.
      const blank = text.lastIndexOf(" ", cut);
      const next = blank > at ? blank + 1 : cut;
      windows.push({ at, part: text.slice(at, at + WINDOW), own: next - at });
      at = next;
      continue;
    }
    if (end <= at) break;
    at = end;
  }
  return windows;
}

function inWindow(found: readonly { 0: string; index: number }[], at: number, own: number): { 0: string; index: number }[] {
  return found.filter(({ 0: id, index }) => id !== "" && index < own).map(({ 0: id, index }) => ({ 0: id, index: at + index }));
}
