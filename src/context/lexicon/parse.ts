import { parse } from "yaml";
import * as z from "zod";
import { HEADING_ROLES } from "../../config/heading-roles.ts";
import { KnownError } from "../../findings/errors.ts";
import { titleWords } from "../../text/headings.ts";
import { NESTS_TOO_DEEP } from "../../text/nesting.ts";
import { yamlNestsTooDeep } from "../../text/yaml-nesting.ts";
import { ANSWERS, COLUMN_ROLES, ITEM_ROLES, type LanguageWords, type Lexicon, WORD_CLASSES } from "./types.ts";

const phrases = z.array(z.string().min(1).max(80)).max(400);

/** One file of words: a language of the lexicon, or what a team adds to it. */
export const LanguageSchema = z
  .strictObject({
    language: z
      .string()
      .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$/, "a language's code, such as de")
      .describe("The language's code."),
    names: z.string().min(1).describe("The language's name in its own words."),
    headings: z.partialRecord(z.enum(HEADING_ROLES), phrases).optional().describe("Headings and labels by what stands below them."),
    sections: z
      .record(z.string().regex(/^[a-z]+(?:-[a-z]+){0,3}$/), phrases)
      .optional()
      .describe("Headings by the template's section that they stand for, named as the comment below its heading names its facts: flows."),
    items: z.partialRecord(z.enum(ITEM_ROLES), phrases).optional().describe("Words that a number or a title follows: Requirement 3."),
    columns: z.partialRecord(z.enum(COLUMN_ROLES), phrases).optional().describe("Titles of columns by what the cells hold."),
    labels: z
      .record(z.string().min(1).max(60), phrases)
      .optional()
      .describe("Labels and columns of the templates by the standard name that they stand for: Purpose."),
    answers: z.partialRecord(z.enum(ANSWERS), phrases).optional().describe("What a cell or a value may answer."),
    words: z.partialRecord(z.enum(WORD_CLASSES), phrases).optional().describe("Words that tell what a sentence is."),
  })
  .describe("Words by which groundplan recognises what a document states, in one language.");

/**
 * Reads one language's words.
 *
 * @throws KnownError (`lexicon`) with the file and the key for a mistake in it
 */
export function parseLanguage(text: string, file: string): LanguageWords {
  let value: unknown;
  try {
    if (yamlNestsTooDeep(text)) throw new Error(NESTS_TOO_DEEP);
    value = parse(text, { maxAliasCount: 0 });
  } catch (thrown) {
    throw new KnownError(
      "lexicon",
      `${file}:1: unexpected text that is no YAML: ${(thrown as Error).message.split("\n")[0]}`,
      "Mend the YAML.",
    );
  }
  const parsed = LanguageSchema.safeParse(value);
  if (parsed.success) return { headings: {}, sections: {}, items: {}, columns: {}, labels: {}, answers: {}, words: {}, ...parsed.data };
  const issue = parsed.error.issues[0];
  const key = issue?.path.map(String).join(".") || "the file";
  throw new KnownError(
    "lexicon",
    `${file}:1: unexpected value of ${key}: ${issue?.message ?? "not understood"}`,
    "The shipped files in context/lexicon show the keys.",
  );
}

/** Puts languages together; a later one's phrases win over those of an earlier one. */
export function compileLexicon(languages: readonly LanguageWords[]): Lexicon {
  const lexicon: Lexicon = { languages: [], headings: {}, sections: {}, items: {}, columns: {}, labels: {}, answers: {} };
  for (const { language, names, headings, sections, items, columns, labels, answers, words } of languages) {
    lexicon.languages.push({ code: language, name: names, words });
    for (const role of HEADING_ROLES) enter(lexicon.headings, headings[role] ?? [], role);
    for (const [facts, phrases] of Object.entries(sections)) enter(lexicon.sections, phrases, facts);
    for (const [label, phrases] of Object.entries(labels)) enter(lexicon.labels, phrases, label);
    for (const answer of ANSWERS) enter(lexicon.answers, answers[answer] ?? [], answer);
    for (const role of ITEM_ROLES) for (const phrase of items[role] ?? []) lexicon.items[phraseKey(phrase)] = role;
    for (const role of COLUMN_ROLES) for (const phrase of columns[role] ?? []) lexicon.columns[phraseKey(phrase)] ??= role;
  }
  return lexicon;
}

/** A phrase may stand for several things. */
function enter<Meaning>(meanings: Record<string, Meaning[]>, phrases: readonly string[], meaning: Meaning): void {
  for (const phrase of phrases) {
    const key = phraseKey(phrase);
    const known = Object.hasOwn(meanings, key) ? (meanings[key] ?? []) : [];
    if (!known.includes(meaning)) meanings[key] = [...known, meaning];
  }
}

/** @returns the form in which phrases are looked up. */
export function phraseKey(phrase: string): string {
  return titleWords(phrase).join(" ");
}
