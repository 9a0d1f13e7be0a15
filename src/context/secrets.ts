import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { packageRoot } from "./package-root.ts";

/** What a kind of secret looks like. */
interface Rule {
  id: string;
  expression: RegExp;
  /** One of them has to stand in a text, in lower case, for the expression to be tried. */
  keywords: readonly string[];
  /** Bits for each character that the value has at least. */
  entropy: number;
  /** The group of the expression that is the value. */
  group: number;
  /** Values that are none. */
  allow: readonly RegExp[];
}

interface Written {
  id: string;
  expression: string;
  flags?: string;
  keywords?: string[];
  entropy?: number;
  group?: number;
  allow?: string[];
}

const FOLDER = "context/secrets";
const STRUCK = "[secret removed]";
/** Expressions of others are tried on no more at a time: some take quadratic time. */
const PIECE = 8_000;

let known: Rule[] | undefined;

function rules(): Rule[] {
  known ??= ["values.yaml", "gitleaks.yaml"].flatMap((name) =>
    (parse(readFileSync(join(packageRoot(), FOLDER, name), "utf8")) as Written[]).map(ruleOf),
  );
  return known;
}

function ruleOf({ id, expression, flags = "", keywords = [], entropy = 0, group = 1, allow = [] }: Written): Rule {
  return {
    id,
    expression: new RegExp(expression, `${flags}g`),
    keywords,
    entropy,
    group,
    allow: allow.map((value) => new RegExp(value, "i")),
  };
}

/** @returns a text in which every value that looks like a secret is struck out, by the rules in context/secrets. */
export function strikeSecrets(text: string): string {
  return piecesOf(text).map(strikeIn).join("");
}

/** Divides at ends of lines; a block of a private key is kept whole. */
function piecesOf(text: string): string[] {
  if (text.length <= PIECE) return [text];
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const newline = text.lastIndexOf("\n", from + PIECE);
    let to = newline > from ? newline + 1 : endInLine(text, from);
    const key = text.slice(from, to).lastIndexOf("-----BEGIN ");
    if (key > 0 && text.indexOf("-----END ", from + key) >= to) to = from + key;
    else if (key === 0) to = Math.max(to, Math.min(text.length, from + 3 * PIECE));
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

/** A value is not cut in two: a long line is divided behind a blank, a comma or a bracket. */
function endInLine(text: string, from: number): number {
  const most = from + PIECE;
  if (most >= text.length) return text.length;
  const least = from + PIECE / 2;
  for (let at = most; at > least; at--) if (/[\s,;}]/.test(text[at - 1] ?? "")) return at;
  return most;
}

function strikeIn(piece: string): string {
  let struck = piece;
  const lower = piece.toLowerCase();
  for (const { expression, keywords, entropy, group, allow } of rules()) {
    if (keywords.length > 0 && !keywords.some((keyword) => lower.includes(keyword))) continue;
    struck = struck.replace(expression, (whole: string, ...groups: unknown[]) => {
      const found = groups[group - 1];
      const value = typeof found === "string" && found !== "" ? found : whole;
      if (value.includes(STRUCK) || entropyOf(value) < entropy || allow.some((allowed) => allowed.test(value))) return whole;
      const at = whole.lastIndexOf(value);
      return whole.slice(0, at) + STRUCK + whole.slice(at + value.length);
    });
  }
  return struck;
}

/** @returns Shannon's entropy of a text, in bits for each character */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / text.length) * Math.log2(count / text.length);
  return entropy;
}

interface Names {
  secret: string[];
  unneeded: string[];
}

/** @returns patterns of the names that hold secrets, and the names of folders that nobody needs for a design */
export function secretNames(): Names {
  return parse(readFileSync(join(packageRoot(), FOLDER, "names.yaml"), "utf8")) as Names;
}
