import type { DocumentKind } from "../../../config/config.ts";
import { addTo } from "../../../text/group.ts";
import { hasWord } from "../../../text/names.ts";
import { type TrigramFilter, trigramFilterOf } from "../../../text/trigrams.ts";
import type { Model } from "../../types.ts";
import type { Content, Literal } from "../types.ts";

/** Which documents carry a literal. */
export interface Carried {
  /** @returns whether a document has a token as a whole word, marked or not */
  in(kind: DocumentKind, text: string): boolean;
  /** The literals of each document, by their text. */
  literals: ReadonlyMap<DocumentKind, ReadonlyMap<string, Literal[]>>;
}

export function carriedIn(model: Model, content: Content): Carried {
  const literals = new Map<DocumentKind, Map<string, Literal[]>>();
  for (const literal of content.literals) {
    const { document } = literal.passage;
    const own = literals.get(document) ?? new Map<string, Literal[]>();
    literals.set(document, own);
    addTo(own, literal.text, literal);
  }
  const asked = new Map<string, boolean>();
  const texts = new Map<DocumentKind, { text: string; filter: TrigramFilter }>();
  const search = (kind: DocumentKind, sought: string) => {
    const text = model.documents[kind]?.markdown.text ?? "";
    const known = texts.get(kind) ?? { text, filter: trigramFilterOf(text) };
    texts.set(kind, known);
    return known.filter.mayHold(sought.toLowerCase()) && hasWord(known.text, sought);
  };
  return {
    literals,
    in(kind, text) {
      if (literals.get(kind)?.has(text)) return true;
      const key = `${kind} ${text}`;
      const known = asked.get(key);
      if (known !== undefined) return known;
      const found = search(kind, text);
      asked.set(key, found);
      return found;
    },
  };
}
