import type { Config } from "../../config/config.ts";
import { readSources, type Source } from "../sources.ts";
import { compileLexicon, parseLanguage, phraseKey } from "./parse.ts";
import { LEXICON_FOLDER, type Lexicon } from "./types.ts";

/**
 * Adds what a team says in its own words: files in its `context/lexicon`, and headings in its configuration. Its words win.
 *
 * @throws KnownError (`lexicon`) for a mistake in one of the files
 */
export function withOwnWords(
  { lexicon: shipped, languages }: { lexicon: Lexicon; languages: readonly Source[] },
  root: string,
  { headings }: Config,
): Lexicon {
  // Copies that nobody has changed need not be read twice.
  const isShipped = ({ file, text }: Source) => languages.some((other) => other.file === file && other.text === text);
  const sources = readSources(root, LEXICON_FOLDER, ".yaml").filter((source) => !isShipped(source));
  const own = compileLexicon(sources.map(({ file, text }) => parseLanguage(text, file)));
  const mapped = Object.fromEntries(Object.entries(headings).map(([heading, role]) => [phraseKey(heading), [role]]));
  if (own.languages.length === 0 && Object.keys(mapped).length === 0) return shipped;
  return {
    languages: [...shipped.languages, ...own.languages],
    headings: { ...shipped.headings, ...own.headings, ...mapped },
    sections: joined(shipped.sections, own.sections),
    items: { ...shipped.items, ...own.items },
    columns: { ...shipped.columns, ...own.columns },
    labels: joined(shipped.labels, own.labels),
    answers: joined(shipped.answers, own.answers),
  };
}

/** One phrase may stand for several things. */
function joined<Meaning>(shipped: Record<string, Meaning[]>, own: Record<string, Meaning[]>): Record<string, Meaning[]> {
  const both = { ...shipped };
  for (const [phrase, meanings] of Object.entries(own)) both[phrase] = [...new Set([...meanings, ...(both[phrase] ?? [])])];
  return both;
}
