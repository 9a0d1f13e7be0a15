import { distance } from "fastest-levenshtein";
import { indexNames, type Keyed, type NameIndex, sharingLetters } from "./name-index.ts";
import { pathKey } from "./paths.ts";

/** The same few names are compared again and again; more than these are forgotten at once. */
const MOST_NAMES = 1500;
const LONGEST_NAME = 100;

/** @returns the same as `keyOf`, which is asked once for a name. */
function remembering(keyOf: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    if (name.length > LONGEST_NAME) return keyOf(name);
    let key = known.get(name);
    if (key === undefined) {
      key = keyOf(name);
      if (known.size >= MOST_NAMES) known.clear();
      known.set(name, key);
    }
    return key;
  };
}

const IS_ASCII = /^[\t\n\r -~]*$/;

/**
 * The form in which names are compared: `OrderService`, `Order Service` and `order-service` are one.
 *
 * @returns lower-case letters and digits of any script, nothing else
 */
export const nameKey = remembering((name) =>
  // Most names are English, and the letters of all scripts take several times as long.
  IS_ASCII.test(name)
    ? name.toLowerCase().replace(/[^a-z0-9]+/g, "")
    : name
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ""),
);

/** As {@link nameKey}, for headings: their numbering (`2.1 Data Flow`, `3) Risks`) does not count, and `&` reads as "and". */
export const titleKey = remembering((title) =>
  nameKey(
    unnumbered(title.replace(/\s{0,9}\{#[^{}]{1,200}\}\s{0,9}$/, ""))
      .replace(/&/g, " and ")
      .replace(/\(\s*(?:if applicable|optional)\s*\)/i, ""),
  ),
);

/** @returns a heading without the numbering that a team gave it. */
export function unnumbered(title: string): string {
  return title.replace(/^\s*(?:(?:section|step|part)\s+)?\d+(?:\.\d+)*[.):]?\s+(?=\S)/i, "");
}

/** Of more names than these, only the ones that share letters with a misspelt one are compared with it. */
const MOST_COMPARED = 300;
/** A list or a set that is asked again; what is asked once is not worth an index. */
const indexes = new WeakMap<Iterable<string>, NameIndex | "seen">();

/** @param candidates where there may be many and they are asked again and again, the same list or set each time: it is indexed then */
type Names = readonly string[] | ReadonlySet<string>;

/**
 * Finds what a misspelt name may have meant.
 *
 * @returns the candidate at the smallest edit distance, where that is at most a quarter of its length
 */
export function closest(name: string, candidates: Names): string | undefined {
  let best: { candidate: string; edits: number } | undefined;
  for (const near of nearTo(name, candidates)) if (!best || near.edits < best.edits) best = near;
  return best?.candidate;
}

/** @returns the one candidate that is close to a name; undefined where none is, or several are. */
export function onlyClose(name: string, candidates: Names): string | undefined {
  const [only, ...others] = nearTo(name, candidates);
  return others.length === 0 ? only?.candidate : undefined;
}

function nearTo(name: string, candidates: Names): { candidate: string; edits: number }[] {
  const key = nameKey(name);
  const near: { candidate: string; edits: number }[] = [];
  for (const { name: candidate, key: other } of comparable(key, candidates)) {
    const most = Math.max(1, Math.floor(other.length / 4));
    if (Math.abs(key.length - other.length) > most) continue;
    const edits = distance(key, other);
    if (edits <= most) near.push({ candidate, edits });
  }
  return near;
}

function* comparable(key: string, candidates: Names): Iterable<Keyed> {
  const count = "size" in candidates ? candidates.size : candidates.length;
  const known = count > MOST_COMPARED ? indexes.get(candidates) : undefined;
  if (known === undefined) {
    if (count > MOST_COMPARED) indexes.set(candidates, "seen");
    for (const name of candidates) yield { name, key: nameKey(name) };
    return;
  }
  const index = known === "seen" ? indexNames([...candidates], nameKey) : known;
  indexes.set(candidates, index);
  yield* sharingLetters(index, key, MOST_COMPARED);
}

/** English plurals, as far as names of tables need them. */
export function singular(key: string): string {
  return key
    .replace(/ies$/, "y")
    .replace(/(ss|sh|ch|x)es$/, "$1")
    .replace(/(?<![su])s$/, "");
}

/** @returns a comparable form of an interface's name: parameters of a path count by their place only. */
export function interfaceKey(name: string): string {
  const endpoint = /^\s*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(\/\S*)/i.exec(name.replaceAll("`", ""));
  if (!endpoint) return nameKey(name.replace(/\(.*$/s, ""));
  return `${endpoint[1]?.toUpperCase()} ${pathKey(endpoint[2] ?? "")}`;
}

/** @returns the source of a regular expression that matches a text as it stands. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** @returns whether a text holds a name as a whole word, in the same letters. */
export function hasWord(text: string, name: string): boolean {
  return occurs(
    text,
    name,
    (start, end) =>
      // A letter of some scripts takes two units.
      !/[\p{L}\p{N}_]$/u.test(text.slice(Math.max(start - 2, 0), start)) && !/^[\p{L}\p{N}_]/u.test(text.slice(end, end + 2)),
  );
}

/**
 * @param counts tells of a place whether it counts
 * @returns whether one text stands in another at a place that counts; an empty one stands nowhere
 */
export function occurs(text: string, sought: string, counts: (start: number, end: number) => boolean): boolean {
  if (sought === "") return false;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) if (counts(at, at + sought.length)) return true;
  return false;
}
