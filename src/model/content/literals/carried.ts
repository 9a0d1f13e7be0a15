import type { DocumentKind } from "../../../config/config.ts";
import { addTo } from "../../../text/group.ts";
import { hasWord } from "../../../text/names.ts";
import { trigramFilterOf } from "../../../text/trigrams.ts";
import type { Model } from "../../types.ts";
import type { Content, Literal } from "../types.ts";

/** Which documents carry a literal. */
export interface Carried {
  /** @returns whether a document has a token as a whole word, marked or not */
  in(kind: DocumentKind, text: string): boolean;
  /** The literals of each document, by their text. */
  literals: ReadonlyMap<DocumentKind, ReadonlyMap<string, Literal[]>>;
}

const known = new WeakMap<Content, Carried>();

/** @returns which documents of a feature carry its literals; looked for once, whichever check asks */
export function carriedIn(model: Model, content: Content): Carried {
  const carried = known.get(content) ?? readCarried(model, content);
  known.set(content, carried);
  return carried;
}

function readCarried(model: Model, content: Content): Carried {
  const literals = new Map<DocumentKind, Map<string, Literal[]>>();
  for (const literal of content.literals) {
    const { document } = literal.passage;
    const own = literals.get(document) ?? new Map<string, Literal[]>();
    literals.set(document, own);
    addTo(own, literal.text, literal);
  }
  const searches = new Map<DocumentKind, (sought: string) => boolean>();
  return {
    literals,
    in(kind, text) {
      if (literals.get(kind)?.has(text)) return true;
      const search = searches.get(kind) ?? searchIn(model.documents[kind]?.markdown.text ?? "");
      searches.set(kind, search);
      return search(text);
    },
  };
}

/** @returns whether a text has a word as a whole; each is looked for once */
function searchIn(text: string): (sought: string) => boolean {
  const filter = trigramFilterOf(text);
  const found = new Map<string, boolean>();
  return (sought) => {
    const has = found.get(sought) ?? (filter.mayHold(sought.toLowerCase()) && hasWord(text, sought));
    found.set(sought, has);
    return has;
  };
}
