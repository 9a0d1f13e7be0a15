import { distance } from "fastest-levenshtein";
import { nameKey, singular } from "../../../text/names.ts";

/** The words that a name is made of. */
function partsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
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
export function likeness(a: string, b: string): "spelling" | "word" | undefined {
  const [left, right] = [nameKey(a), nameKey(b)];
  if (left === right || singular(left) === singular(right) || left.length < 4 || right.length < 4) return undefined;
  const [own, other] = [partsOf(a), partsOf(b)];
  const shared = own.filter((part) => other.includes(part)).length;
  const telling = own.some((part) => other.includes(part) && !COMMON.has(part));
  const longest = Math.max(own.length, other.length);
  if (Math.abs(left.length - right.length) <= 4 && distance(left, right) <= Math.max(1, Math.floor(right.length / 5))) return "spelling";
  if (telling && longest >= 2 && shared >= longest - 1) return "word";
  // `externalRef` for `externalReference`.
  if (
    own.length === other.length &&
    own.every((part, index) => part.startsWith(other[index] ?? " ") || (other[index] ?? "").startsWith(part))
  )
    return "spelling";
  return undefined;
}
