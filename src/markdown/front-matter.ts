import matter from "gray-matter";
import yaml from "js-yaml";
import { depthListener, jsonNestsTooDeep, NESTS_TOO_DEEP } from "../text/nesting.ts";
import type { FrontMatter } from "./types.ts";

/** Thrown by the engines that stand in for those that would run what a document holds. */
class Refused extends Error {}

const refuse = (language: string) => ({
  parse(): never {
    throw new Refused(language);
  },
});

// gray-matter evaluates `---js` by default, and lets a document choose its engine.
const EXECUTING = ["javascript", "js", "json5", "coffee", "coffeescript", "cson", "ts", "typescript"];
const engines = {
  ...Object.fromEntries(EXECUTING.map((language) => [language, refuse(language)])),
  yaml: { parse: (text: string) => yaml.safeLoad(text, { listener: depthListener() }) as object },
  json: {
    parse: (text: string) => {
      if (jsonNestsTooDeep(text)) throw new Error(NESTS_TOO_DEEP);
      return JSON.parse(text);
    },
  },
};

const FENCE = /^---([^\r\n]*)\r?\n/;

/**
 * Reads the front matter of a document with gray-matter. Code in front matter is never run.
 *
 * @param text the document, without a byte order mark
 * @param at gives the span of two offsets in the text
 */
export function readFrontMatter(text: string, at: (start: number, end: number) => FrontMatter["span"]): FrontMatter {
  const fence = FENCE.exec(text);
  if (!fence || fence[1]?.startsWith("-")) return { data: {} };
  const closing = /^---[ \t]*$/m.exec(text.slice(fence[0].length));
  // A rule at the top of a document without a second one is no front matter.
  if (!closing) return { data: {} };
  const span = at(0, fence[0].length + closing.index + closing[0].length);
  const language = (fence[1] ?? "").trim();
  if (hasLongGap(text.slice(0, span?.end)))
    return { data: {}, span, problem: { kind: "malformed", reason: `it holds more than ${LONGEST_GAP} empty lines in a row`, line: 1 } };
  try {
    // Options keep gray-matter from caching by content, which would hide the error of a second reading.
    const { data } = matter(text.slice(0, span?.end), { engines });
    if (valuesIn(data) > MOST_VALUES)
      return { data: {}, span, problem: { kind: "malformed", reason: "its aliases make it grow", line: 1 } };
    return {
      data: isRecord(data) ? plain(data, text.slice(0, span?.end)) : {},
      span,
      ...(isRecord(data) ? {} : { problem: notAMapping() }),
    };
  } catch (thrown) {
    return { data: {}, span, problem: problemOf(thrown, language) };
  }
}

/** gray-matter looks for comments at every empty line anew, up to where the empty lines end. */
const LONGEST_GAP = 100;

function hasLongGap(block: string): boolean {
  return Array.from(block.matchAll(/\s+/g)).some(([gap]) => gap.split(/\r\n|[\n\r\u2028\u2029]/).length > LONGEST_GAP + 2);
}

/** Aliases let a short text stand for a long value: more than this nobody writes. */
const MOST_VALUES = 10_000;

/** @returns how many values a value holds; no more is counted than is let pass. */
function valuesIn(value: unknown): number {
  let count = 0;
  const open = [value];
  for (let next = open.pop(); next !== undefined && count <= MOST_VALUES; next = open.pop()) {
    count++;
    if (typeof next === "object" && next !== null) open.push(...Object.values(next).map((inner) => inner ?? null));
  }
  return count;
}

function notAMapping(): FrontMatter["problem"] {
  return { kind: "malformed", reason: "it is not a list of keys and values", line: 1 };
}

function problemOf(thrown: unknown, language: string): FrontMatter["problem"] {
  if (thrown instanceof Refused) return { kind: "executable", reason: thrown.message, line: 1 };
  const error = thrown as { reason?: string; message?: string; mark?: { line?: number } };
  if (language !== "" && language !== "yaml" && language !== "json") {
    return { kind: "language", reason: language, line: 1 };
  }
  const reason = (error.reason ?? error.message ?? "it cannot be parsed").split("\n")[0] ?? "";
  return { kind: "malformed", reason, line: (error.mark?.line ?? 0) + 1 };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A document means what it shows: YAML turns unquoted dates into Date objects, 2026-02-30 into the 2nd of March, and an
 * owner 0123 into the number 83.
 */
function plain(data: Record<string, unknown>, block: string): Record<string, unknown> {
  const shown = new Map(
    Array.from(block.matchAll(/^(\w+)[ \t]{0,99}:[ \t]{0,99}([\w.+:-]{1,99})[ \t]{0,99}(?:#.*)?\r?$/gm), ([, key = "", word]) => [
      key,
      word,
    ]),
  );
  const meant = (key: string, value: unknown) => {
    if (typeof value === "number") return shown.get(key) ?? value;
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) return value;
    return /^\d{4}-\d{2}-\d{2}/.exec(shown.get(key) ?? "")?.[0] ?? value.toISOString().slice(0, 10);
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, meant(key, value)]));
}
