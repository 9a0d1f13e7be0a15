import { distance } from "fastest-levenshtein";
import { nameKey, singular } from "../../../text/names.ts";

/** A name in the forms in which it is compared with many others. */
export interface Shape {
  key: string;
  singular: string;
  /** The words that it is made of. */
  parts: readonly string[];
}

/** @returns a name in the forms in which it is compared */
export function shapeOf(name: string): Shape {
  const key = nameKey(name);
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return { key, singular: singular(key), parts };
}

/** Parts that names of all things have. */
const COMMON = new Set(
  "id at by type name code status count date time key is has get set list no number value data info text model models service".split(" "),
);

/**
 * How two names are alike: `spelling` is a few letters, `word` is one word of several.
 *
 * @returns undefined where they are one name in another style, or two that have nothing in common
 */
export function likeness(a: Shape, b: Shape): "spelling" | "word" | undefined {
  if (a.key.length < 4 || b.key.length < 4 || a.key === b.key || a.singular === b.singular) return undefined;
  if (isNearly(a.key, b.key)) return "spelling";
  const shared = a.parts.filter((part) => b.parts.includes(part));
  const longest = Math.max(a.parts.length, b.parts.length);
  if (longest >= 2 && shared.length >= longest - 1 && shared.some((part) => !COMMON.has(part))) return "word";
  // `externalRef` for `externalReference`.
  return a.parts.length === b.parts.length && a.parts.every((part, index) => isShortOf(part, b.parts[index] ?? " "))
    ? "spelling"
    : undefined;
}

function isNearly(a: string, b: string): boolean {
  const most = Math.max(1, Math.floor(b.length / 5));
  // As many letters differ at least as one is longer.
  return Math.abs(a.length - b.length) <= Math.min(4, most) && distance(a, b) <= most;
}

function isShortOf(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
