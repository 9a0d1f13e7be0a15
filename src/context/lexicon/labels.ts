import { phraseKey } from "./parse.ts";
import type { Answer, Lexicon } from "./types.ts";

/** @returns the labels and columns of the templates, by their standard names, that a label in any language may stand for */
export function labelsIn({ labels }: Pick<Lexicon, "labels">, text: string): readonly string[] {
  const key = phraseKey(text);
  return Object.hasOwn(labels, key) ? (labels[key] ?? []) : [];
}

/** What a cell or a value begins with, up to a mark or its end. */
const FIRST = /^[\s*_`]*([\p{L}\p{M}]+(?:[ '’][\p{L}\p{M}]+){0,3})(?=$|[\s,.;:：，。、；—–-])/u;

/**
 * @param text such as `Ja`, or `abgelehnt: zu teuer`
 * @param answers the answers that are expected there, by their standard names
 * @returns the text with the answer that it begins with under its standard name; the text itself where it begins with none of them
 */
export function withStandardAnswer({ answers }: Pick<Lexicon, "answers">, text: string, expected: readonly Answer[]): string {
  const match = FIRST.exec(text.slice(0, 80));
  const words = match?.[1]?.split(" ") ?? [];
  for (let count = words.length; count > 0; count--) {
    const said = words.slice(0, count).join(" ");
    const key = phraseKey(said);
    const answer = Object.hasOwn(answers, key) ? answers[key]?.find((each) => expected.includes(each)) : undefined;
    const rest = text.slice(text.indexOf(said) + said.length);
    // "None" that goes on in words denies one thing only.
    if (answer && !(answer === "none" && /^\s+\p{L}/u.test(rest))) return answer + rest;
  }
  return text;
}
