import { type DocumentKind, isWritten } from "../config/config.ts";
import type { Context } from "../context/types.ts";
import { readFeature } from "../feature/read-feature.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import { replacePassage } from "./replace-passage.ts";
import { reviewWithPatterns, type Written } from "./write-section.ts";

/** One passage of an input that somebody else owns, and what its owner agreed to have in its place. */
export interface MendedInput {
  key: FeatureKey;
  document: DocumentKind;
  /** As it stands there, once; a design's author changes no more of an input than this. */
  replaces: string;
  by: string;
  revision?: string;
}

/**
 * Mends one passage of an input after its owner's consent, for which the caller has to have asked.
 *
 * @returns the findings are those of the whole document
 * @throws KnownError `no-input` where the feature has none, `passage`, `stale-revision`, `cannot-write`
 */
export function mendInput(workspace: Workspace, context: Context, { key, document: kind, replaces, by, revision }: MendedInput): Written {
  const present = readFeature(workspace, key).documents[kind];
  if (!present || isWritten(kind))
    throw new KnownError("no-input", `this feature has no input ${workspace.config.files[kind]}`, "Name an input that is there.");
  const text = replacePassage(present.markdown.text, replaces, by);
  const written = writeText(workspace, present.file, text, revision ?? present.revision);
  const { after, patterns } = reviewWithPatterns(workspace, context, key);
  const findings = after.findings.filter(({ place }) => place.file === present.file);
  return { file: present.file, revision: written, review: after, findings, pending: [], patterns };
}
