import type { MarkdownDocument } from "../../markdown/index.ts";
import { subjectsOf } from "../content/stems.ts";
import { outputs } from "../query.ts";
import type { Model } from "../types.ts";

/** The part of a question's subjects that one passage has to share in order to deal with it; rare words weigh more. */
const ENOUGH = 0.5;

/**
 * Says whether the outputs deal with a question: a row, an item or a paragraph shares half of what it is about.
 *
 * @returns undefined where not both outputs are written yet
 */
export function isDealtWith(model: Model): ((question: string) => boolean) | undefined {
  const documents = outputs(model);
  if (documents.length < 2 || model.openQuestions.length === 0 || documents.some(({ markdown }) => markdown.allSections.length < 3))
    return undefined;
  const texts = documents.flatMap(({ markdown }) => textsOf(markdown));
  const passages = texts.map(subjectsOf);
  const frequency = new Map<string, number>();
  for (const own of passages) for (const word of own) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log((2 + passages.length) / (1 + (frequency.get(word) ?? 0)));
  const sum = (words: readonly string[]) => words.reduce((all, word) => all + weight(word), 0);
  const numbers = new Map(model.openQuestions.map(({ text }, index) => [text, index + 1]));
  return (question) => {
    const asked = [...subjectsOf(question)];
    // "PRD 3: loans of a deactivated owner?" says which question it is.
    const cited = citing(numbers.get(question));
    if (texts.some((text, at) => cited.test(text) && asked.filter((word) => passages[at]?.has(word)).length >= LEAST_CITED)) return true;
    const needed = sum(asked) * ENOUGH;
    return asked.length < 2 || passages.some((own) => sum(asked.filter((word) => own.has(word))) >= needed);
  };
}

/** So many words a text shares with the question that it cites by number. */
const LEAST_CITED = 2;

function citing(number = 0): RegExp {
  return new RegExp(`\\b(?:PRD(?:'s)?|(?:open )?questions?|Q)(?:\\s(?:open )?question)?[\\s-]?(?:no\\.\\s?|#)?${number}\\b`, "i");
}

function textsOf({ allSections }: MarkdownDocument): string[] {
  return allSections.flatMap(({ tables, lists, paragraphs, fields }) => [
    ...tables.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text).join(" "))),
    ...lists.flatMap(({ items }) => items.map(({ text }) => text)),
    ...paragraphs.map(({ text }) => text),
    ...fields.map(({ label, value }) => `${label} ${value.text}`),
  ]);
}
