import { actorOf } from "./actors.ts";
import { wholeOf } from "./said.ts";
import type { Said } from "./types.ts";

/** @returns the sentence of a story, which stands behind its title or is it */
export function sentenceOf({ text, parts }: Said): string {
  return actorOf(text) === undefined ? wholeOf({ text, parts: parts.slice(0, 1) }) : text;
}

/** @returns what a story says below its sentence */
export function below({ text, parts }: Said): readonly string[] {
  return actorOf(text) === undefined ? parts.slice(1) : parts;
}

/** @returns what is wanted, without who and what for */
export function wish(text: string): string {
  const wanted = /\b(?:i|we) (?:want|need|would like|can|should be able)(?: to| that)?\s(.{3,300})/i.exec(text)?.[1] ?? text;
  return (wanted.split(/,?\s(?:so that|in order to|so I|because)\b/i, 1)[0] ?? wanted).replace(/[\s.]{1,4}$/, "");
}

/** @returns what a story is called, or what is wanted in it */
export function titleOf(story: Said): string {
  const before =
    story.text
      .split(/[-–—:]?\s?\bAs an?\b/i, 1)[0]
      ?.replace(/^(?:story|US|S)\s?-?\d{1,3}[:.]?\s{0,3}/i, "")
      .trim() ?? "";
  return before.length > 3 ? before : wish(sentenceOf(story));
}

/** @returns a text as the name of a flow, cut where it is too long for one */
export function nameOf(text: string): string {
  const plain = text
    .replace(/[`*]/g, "")
    .replace(/\s?\([^()]*\)$/, "")
    .trim();
  const short =
    plain.length > 70
      ? plain.slice(0, plain.lastIndexOf(" ", 70)).replace(/,?\s(?:without|with|and|or|the|a|an|to|for|of|in|from|when|if)$/i, "")
      : plain;
  return short.charAt(0).toUpperCase() + short.slice(1).replace(/(?<![.:,])[.:,]{1,3}$/, "");
}
