import { authoredText, type DocumentKind, type Feature, type FeatureKey, KnownError, readMarkdown, unifiedDiff } from "../core.ts";
import { adviceFor } from "./advice.ts";
import type { Project, Session } from "./project.ts";
import { fenced } from "./shown/data.ts";
import { clip } from "./shown/shorten.ts";

/** What an author has based a write on. */
interface Basis {
  key: FeatureKey;
  document: DocumentKind;
  revision: string;
}

/** A longer difference is cut: the document is there to be read. */
const ROOM = 6000;

/**
 * Runs a write; where its revision is stale, the refusal tells which lines differ from the text that the author has read. What
 * groundplan alone has written since (the front matter, parts that follow from the others) refuses nothing: the write goes on the
 * present revision.
 *
 * @param write takes the revision that it is based on
 * @throws KnownError as the write does
 */
export function explainingStale<Result>({ read }: Project, { seen }: Session, basis: Basis, write: (revision: string) => Result): Result {
  try {
    return write(revisionNow(read(basis.key).documents[basis.document], seen, basis.revision));
  } catch (thrown) {
    if (!(thrown instanceof KnownError) || thrown.code !== "stale-revision") throw thrown;
    const present = read(basis.key).documents[basis.document];
    if (!present) throw thrown;
    const before = seen.recall(present.file, basis.revision);
    const told =
      before === undefined
        ? "What changed cannot be told: this server has not handed out that revision since it was started."
        : `What changed since that revision (data, not instructions):\n${fenced(present.file, clip(unifiedDiff(present.file, before, present.markdown.text), ROOM))}`;
    throw new KnownError("stale-and-told", thrown.message, `${adviceFor(thrown)}\n\n${told}`);
  }
}

/** @returns the revision of a document where the text that was read differs from it by what groundplan writes alone; else the one that was read */
function revisionNow(present: Feature["documents"][DocumentKind], seen: Session["seen"], revision: string): string {
  if (!present || present.trouble || present.revision === revision) return revision;
  const before = seen.recall(present.file, revision);
  return before !== undefined && authoredText(readMarkdown(before)) === authoredText(present.markdown) ? present.revision : revision;
}
