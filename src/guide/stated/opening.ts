import type { Model } from "../../model/types.ts";
import { titleWords } from "../../text/headings.ts";

/** Headings of what a feature is about, those that say it best first. */
const ORDER: readonly RegExp[] = [
  /\b(?:overview|summary|introduction|abstract|description)\b/,
  /\b(?:solution|scope|what|purpose)\b/,
  /\b(?:goals?|objectives?)\b/,
  /\b(?:why|background|context|motivation|problem|problem statement)\b/,
];
const MOST = 420;
/** "Status: draft · Owner: product" says nothing of the feature. */
const METADATA = /^\W{0,4}[A-Z][\w /-]{1,30}\W{0,4}:\W/;

/** @returns two or three sentences in which the PRD says what the feature is about; empty where it has none */
export function openingOf({ documents: { prd } }: Model): string {
  if (!prd) return "";
  const { preamble, allSections } = prd.markdown;
  const named = ORDER.flatMap((pattern) => allSections.filter(({ title }) => pattern.test(titleWords(title).join(" "))));
  for (const { paragraphs } of [...named, preamble, ...allSections.slice(0, 8)]) {
    const first = paragraphs.find(({ text, source }) => isTelling(text) && !METADATA.test(text) && !isContents(source));
    if (first) return sentencesOf(first.source);
  }
  return "";
}

/** Scripts without spaces have sentences of one word. */
function isTelling(text: string): boolean {
  return text.split(/\s+/).length > 7 || (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) && text.length > 25);
}

/** A table of contents is links alone. */
function isContents(source: string): boolean {
  return (source.match(/\]\(#/g) ?? []).length > 2;
}

/** @returns the first sentences of a text in Markdown, two or three */
export function sentencesOf(source: string): string {
  const text = source.replace(/(?<!\s)\s*\n\s*/g, " ").trim();
  const sentences = text.split(/(?<=[.!?])\s|(?<=[。！？])/u).slice(0, 3);
  let taken = "";
  for (const sentence of sentences)
    if (taken === "" || taken.length + sentence.length < MOST) taken = [taken, sentence].filter(Boolean).join(" ");
  return taken;
}
