import { linkTargets } from "../../src/feature/link-targets.ts";
import { decode } from "../../src/feature/read-file.ts";
import type { DocumentKind, Feature, FeatureDocument, Workspace } from "../../src/index.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import type { Change, Mutant } from "./types.ts";

/** @returns the feature with a mutant's changes, as if its folder had been read with them; nothing is written. */
export function seed(workspace: Workspace, feature: Feature, { changes }: Mutant): Feature {
  const documents = { ...feature.documents };
  const removed: string[] = [];
  for (const [kind, change] of Object.entries(changes) as [DocumentKind, Change][]) {
    const document = documents[kind];
    if (!document) throw new Error(`the feature has no ${kind} to change`);
    if (change === null) {
      delete documents[kind];
      removed.push(document.file);
    } else documents[kind] = changed(document, change);
  }
  const targets = new Map(linkTargets(workspace, Object.values(documents)));
  // The file is still on the disk, where the links were looked up.
  for (const file of removed) targets.set(file, { exists: false });
  return { ...feature, documents, targets };
}

function changed(document: FeatureDocument, change: string | Uint8Array): FeatureDocument {
  const { text, revision, trouble } = decode(Buffer.from(change));
  return { ...document, markdown: readMarkdown(text), revision, ...(trouble && { trouble }) };
}
