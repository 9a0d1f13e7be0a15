import { createHmac } from "node:crypto";
import { userSecret } from "../../src/disk/user-secret.ts";
import type { Random } from "./random.ts";

/** A file of the cache as somebody else may leave it: its text, or another thing in its place. */
export type Spoilt = string | { instead: "folder" | "link" };

/**
 * @param text of the file as it was written
 * @param other text of another file of the cache
 * @param input whatever is hostile
 */
type Spoiler = (text: string, other: string, input: string, random: Random) => Spoilt;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const HERE = "what somebody else writes here";

/** The lines of a file of the cache without its checksum: what it is the file of, then two lines for each feature. */
const linesOf = (text: string) => text.split("\n").slice(1);

const secret = userSecret("/nowhere") ?? Buffer.alloc(0);

/** @returns lines as a file that bears the mark of this user, as no other program can make it. */
export function seal(lines: readonly string[], by = secret): string {
  const body = lines.join("\n");
  return `${createHmac("sha256", by).update(body).digest("base64url")}\n${body}`;
}

const onOneLine =
  (change: (line: string, input: string, random: Random) => string): Spoiler =>
  (text, _, input, random) => {
    const lines = linesOf(text);
    const at = 1 + random.below(lines.length - 1);
    return seal(lines.with(at, change(lines[at] ?? "", input, random)));
  };

const place = (text: string, random: Random) => random.below(text.length + 1);

/** What is done to files of the cache. None of it can make a line of the right shape that says something else. */
export const SPOILERS: Readonly<Record<string, Spoiler>> = {
  torn: (text, _, __, random) => text.slice(0, place(text, random)),
  flipped: (text, _, __, random) => {
    const bytes = Buffer.from(text);
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(7));
    return bytes.toString();
  },
  inserted: (text, _, input, random) => {
    const at = place(text, random);
    return `${text.slice(0, at)}${input}x${text.slice(at)}`;
  },
  replaced: (_, __, input) => input,
  "another's": (_, other) => other,
  "of another version": (text) => seal(linesOf(text).with(0, "0123456789abcdefghijklmn")),
  "a folder": () => ({ instead: "folder" }),
  "a link": () => ({ instead: "link" }),
  "whole, with something else in it": (text, _, input) => seal([linesOf(text)[0] ?? "", ...input.split("\n")]),
  "whole, with a line missing": (text, _, __, random) => {
    const lines = linesOf(text);
    return seal(lines.toSpliced(1 + random.below(lines.length - 1), 1));
  },
  "whole, with lines of other features": (text) => {
    const [title = "", ...lines] = linesOf(text);
    return seal([title, ...lines.map((line, at) => (at % 2 === 1 ? (lines[(at + 2) % lines.length] ?? "") : line))]);
  },
  "whole, with a line that is something else": onOneLine((_, input) => input.replaceAll("\n", " ")),
  "whole, with a value of another type": onOneLine((line, input, random) => {
    const root = JSON.parse(line) as Json;
    const value = asJson(input);
    const { node, name } = random.pick(
      valuesIn(root).filter(({ node, name, isArgument }) => spoils(node[name], value, isArgument || name === "file")),
    );
    node[name] = HERE;
    // As a text: what is nested deep can be read, but not written.
    return JSON.stringify(root).replace(`"${HERE}"`, () => (value === input ? JSON.stringify(input) : input.replaceAll("\n", " ")));
  }),
  "whole, with a field that nobody knows": onOneLine((line, input, random) => {
    const root = JSON.parse(line) as Json;
    const { node } = random.pick(valuesIn(root));
    const name = random.pick(["__proto__", "constructor", "toJSON", input]);
    if (!Array.isArray(node)) Object.defineProperty(node, name, { value: { polluted: true }, enumerable: true });
    return JSON.stringify(root);
  }),
};

interface Value {
  node: Record<string | number, Json>;
  name: string;
  isArgument: boolean;
}

function valuesIn(root: Json, isArgument = false): Value[] {
  if (typeof root !== "object" || root === null) return [];
  const node = root as Record<string, Json>;
  return Object.keys(node).flatMap((name) => [{ node, name, isArgument }, ...valuesIn(node[name] ?? null, name === "arguments")]);
}

const kindOf = (value: Json | undefined) => (value === null ? "null" : Array.isArray(value) ? "list" : typeof value);
const PLAIN = ["string", "number"];

/** @returns whether one value in place of another makes a wrong shape; a text and a number may both stand in some places. */
function spoils(old: Json | undefined, value: Json, mayBeEither: boolean): boolean {
  if (mayBeEither && PLAIN.includes(kindOf(old)) && PLAIN.includes(kindOf(value))) return false;
  return kindOf(old) !== kindOf(value);
}

function asJson(input: string): Json {
  try {
    return JSON.parse(input) as Json;
  } catch {
    return input;
  }
}
