import { readdirSync } from "node:fs";
import { DOCUMENT_KINDS, type DocumentKind } from "../config/config.ts";
import { KnownError, messageOf } from "../findings/errors.ts";
import { readMarkdown } from "../markdown/index.ts";
import { contractFiles } from "./contract-files.ts";
import { formatKey } from "./key.ts";
import { linkTargets } from "./links/targets.ts";
import { folderOf } from "./list-features.ts";
import { asReadBefore } from "./read-before.ts";
import { type FileText, readText } from "./read-file.ts";
import type { Feature, FeatureDocument, FeatureKey } from "./types.ts";
import { confine, type Workspace } from "./workspace.ts";

/**
 * Reads a feature's folder, once. What the parser lends, some 60 KB a document, is given back when the event loop turns:
 * who reads thousands lets it turn between them.
 *
 * @throws KnownError (`no-feature`) where there is no such folder, (`confinement`) where it is a link to elsewhere
 */
export function readFeature(workspace: Workspace, key: FeatureKey): Feature {
  const folder = folderOf(workspace, key);
  if (!isFolder(confine(workspace, folder))) {
    throw new KnownError(
      "no-feature",
      `no feature ${formatKey(key)} in ${workspace.config.plan}`,
      `Create it with \`groundplan new ${formatKey(key)}\`, or list the features with \`groundplan status\`.`,
    );
  }
  const documents: Feature["documents"] = {};
  for (const kind of DOCUMENT_KINDS) {
    const document = readDocument(workspace, kind, `${folder}/${workspace.config.files[kind]}`);
    if (document) documents[kind] = document;
  }
  const targets = linkTargets(workspace, Object.values(documents));
  return { key, folder, documents, contracts: contractFiles(workspace, key, folder, documents.contracts), targets };
}

function readDocument(workspace: Workspace, kind: DocumentKind, file: string): FeatureDocument | undefined {
  const read = readText(workspace, file);
  return read && documentOf(kind, file, read);
}

/** A defect in the reader takes one document, and not the features beside it. */
function documentOf(kind: DocumentKind, file: string, { text, revision, trouble }: FileText): FeatureDocument {
  try {
    return asReadBefore([kind, file, revision, trouble ?? ""], text, () => ({
      kind,
      file,
      revision,
      markdown: readMarkdown(text),
      trouble,
    }));
  } catch (thrown) {
    return { kind, file, revision, ...failed(thrown) };
  }
}

/** @returns what stands in place of a document that groundplan failed over. */
export function failed(thrown: unknown): Pick<FeatureDocument, "markdown" | "trouble" | "failure"> {
  return { markdown: readMarkdown(""), trouble: "failed", failure: messageOf(thrown) };
}

/** @returns the feature with one document's text replaced, as if it had been saved; nothing is written. */
export function withText(workspace: Workspace, feature: Feature, kind: DocumentKind, text: string): Feature {
  const file = `${feature.folder}/${workspace.config.files[kind]}`;
  const document = documentOf(kind, file, { text, revision: feature.documents[kind]?.revision ?? "" });
  const documents = { ...feature.documents, [kind]: document };
  return { ...feature, documents, targets: linkTargets(workspace, Object.values(documents)) };
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
