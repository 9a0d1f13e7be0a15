import type { FeatureDocument } from "./types.ts";

/** Of what was read last, so much is kept, in characters: the documents of two or three features. */
const MOST = 200_000;

/** By kind, file, revision and text, the one that was asked for last at the end. */
const known = new Map<string, FeatureDocument>();
let held = 0;

/**
 * Gives a document as it was read before, where nothing of it has changed: whoever writes section by section has the others reviewed again
 * and again, and what was found out about one is kept with it.
 *
 * @param name what the document is but for its text
 * @param text all of it, with a byte order mark
 * @param read reads it, where it is not known; what it throws is thrown
 */
export function asReadBefore(name: readonly string[], text: string, read: () => FeatureDocument): FeatureDocument {
  const key = [...name, text].join("\n");
  const before = known.get(key);
  const document = before ?? read();
  if (key.length > MOST) return document;
  if (before) known.delete(key);
  else held += key.length;
  known.set(key, document);
  for (const oldest of known.keys()) {
    if (held <= MOST) break;
    known.delete(oldest);
    held -= oldest.length;
  }
  return document;
}
