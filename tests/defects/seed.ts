import type { DocumentKind, Feature, FeatureDocument, LinkTarget, Workspace } from "../../src/core.ts";
import { resolveLink } from "../../src/feature/links/links.ts";
import { linkTargets } from "../../src/feature/links/targets.ts";
import { decode } from "../../src/feature/read-file.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import type { Change, Mutant } from "./types.ts";

/**
 * Seeds a mutant's changes as if the feature's folder had been read with them. Nothing is written, and the disk
 * is asked only about links that the clean feature does not have.
 */
export function seed(workspace: Workspace, feature: Feature, { changes, openapi }: Mutant): Feature {
  const documents = { ...feature.documents };
  const targets = new Map(feature.targets);
  const changed: FeatureDocument[] = [];
  for (const [kind, change] of Object.entries(changes) as [DocumentKind, Change][]) {
    const document = documents[kind];
    if (!document) throw new Error(`the feature has no ${kind} to change`);
    if (change === null) {
      delete documents[kind];
      targets.set(document.file, { exists: false });
      continue;
    }
    const after = withContents(document, change);
    documents[kind] = after;
    targets.set(after.file, { exists: true, anchors: after.trouble ? undefined : after.markdown.anchors });
    changed.push(after);
  }
  const strangers = changed.filter((document) => leadsElsewhere(document, targets));
  for (const [path, target] of linkTargets(workspace, strangers)) {
    const known = targets.get(path);
    if (!known || (known.exists && !known.anchors)) targets.set(path, target);
  }
  const contracts =
    openapi === undefined ? feature.contracts : [{ file: `${feature.folder}/openapi.yaml`, text: openapi, referred: false }];
  return { ...feature, documents, contracts, targets };
}

function withContents(document: FeatureDocument, contents: string | Uint8Array): FeatureDocument {
  const { text, revision, trouble } = decode(Buffer.from(contents));
  return { ...document, markdown: readMarkdown(text), revision, ...(trouble && { trouble }) };
}

/** It has a link whose target has not been looked up yet. */
function leadsElsewhere({ file, markdown }: FeatureDocument, targets: ReadonlyMap<string, LinkTarget>): boolean {
  return markdown.links.some(({ url }) => {
    const { path, fragment } = resolveLink(url, file);
    const known = path === undefined ? undefined : targets.get(path);
    return path !== undefined && !(known && (fragment === undefined || known.anchors || !known.exists));
  });
}
