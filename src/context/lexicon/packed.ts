import type { Answer, Lexicon } from "./types.ts";

/** The lexicon as the build leaves it: phrases by what they stand for, since thousands of them stand for the same few things. */
export interface PackedLexicon {
  languages: Lexicon["languages"];
  meanings: Record<Kind, Record<string, string>>;
}

const KINDS = ["headings", "sections", "items", "columns", "labels", "answers"] as const;
type Kind = (typeof KINDS)[number];

/** Phrases are words with single spaces, and neither they nor what they stand for hold one of these. */
const BETWEEN_PHRASES = "|";
const BETWEEN_MEANINGS = "+";

/** @returns a lexicon in the form in which it takes less than half of the room */
export function packLexicon(lexicon: Lexicon): PackedLexicon {
  return { languages: lexicon.languages, meanings: mapKinds((kind) => pack(lexicon[kind])) };
}

/** @returns the lexicon that was packed */
export function unpackLexicon({ languages, meanings }: PackedLexicon): Lexicon {
  const listed = mapKinds((kind) => unpack(meanings[kind]));
  const single = (kind: Kind) => Object.fromEntries(Object.entries(listed[kind]).map(([phrase, [meaning = ""]]) => [phrase, meaning]));
  return {
    languages,
    headings: listed.headings as Lexicon["headings"],
    sections: listed.sections,
    items: single("items") as Lexicon["items"],
    columns: single("columns") as Lexicon["columns"],
    labels: listed.labels,
    answers: listed.answers as Record<string, Answer[]>,
  };
}

function mapKinds<Value>(of: (kind: Kind) => Value): Record<Kind, Value> {
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, Value>;
}

function pack(meanings: Record<string, string | string[]>): Record<string, string> {
  const phrases = new Map<string, string[]>();
  for (const [phrase, meaning] of Object.entries(meanings)) {
    const key = [meaning].flat().join(BETWEEN_MEANINGS);
    phrases.set(key, [...(phrases.get(key) ?? []), phrase]);
  }
  return Object.fromEntries([...phrases].map(([key, all]) => [key, all.join(BETWEEN_PHRASES)]));
}

function unpack(packed: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(packed).flatMap(([key, phrases]) => {
      const meanings = key.split(BETWEEN_MEANINGS);
      return phrases.split(BETWEEN_PHRASES).map((phrase) => [phrase, meanings] as const);
    }),
  );
}
