import type { Place } from "../../model/types.ts";
import { change } from "./change.ts";
import type { InterfaceChange } from "./types.ts";
import { spread, type Way } from "./values.ts";

/** What a text says of values beside their type and limits, each as contracts and designs word it. */
const RULES = [
  /\bmatch(?:es|ing)?\s(?:the pattern\s)?`?(\S[^`;]{0,200}?)`?(?=;|`|$)/i,
  /\b(?:a )?multiples? of (\d{1,9}(?:\.\d{1,9})?)/i,
  /\b(no (?:element|item|value) twice|unique items|without duplicates)\b/i,
];
const DEFAULT = /\bdefaults?\b(?:\s(?:of|to|is))?[\s:=]{1,3}`?([^\s`,;]{1,80})/i;

/**
 * @param was what was said of a field or parameter behind its type, and `is` what is said now
 * @returns how patterns, steps and defaults changed
 */
export function* changedRules(at: string, was: string, is: string, way: Way, place: Place): Generator<InterfaceChange> {
  for (const rule of RULES) {
    const [a, b] = [rule.exec(was)?.[1]?.trim(), rule.exec(is)?.[1]?.trim()];
    if (a === b) continue;
    const words = [a ?? "any value", b ?? "any value"] as const;
    if (b !== undefined) yield spread(at, false, way, words, place);
    if (a !== undefined) yield spread(at, true, way, words, place);
  }
  const [a, b] = [DEFAULT.exec(was)?.[1], DEFAULT.exec(is)?.[1]];
  if (a === undefined || a === b) return;
  const because = way.taken ? "who leaves it out gets something else" : "who reads it finds it all the same";
  yield change("default-changed", at, a, b ?? "none", way.taken, because, place);
}
