import { posix } from "node:path";
import { formatKey } from "./key.ts";
import { resolveLink } from "./links/links.ts";
import { namesIn } from "./names-in.ts";
import { readText } from "./read-file.ts";
import type { ContractFile, FeatureDocument, FeatureKey } from "./types.ts";
import { confine, type Workspace } from "./workspace.ts";

/** The largest contract that is read, in bytes. */
export const CONTRACT_LIMIT = 8 * 1024 * 1024;

/** The most files that the contracts of one feature may be spread over. */
const MOST_FILES = 200;

/** Names that say that a file of the feature's folder states contracts. */
const NAMED = /^(?:.+[._-])?(?:openapi|asyncapi)\.(?:json|ya?ml)$|\.schema\.json$|\.(?:proto|graphqls?|gql)$/i;

/** What a link of the contracts may lead to. */
const LINKED = /\.(?:json|ya?ml|proto|graphqls?|gql)$/i;

/** References to other files, in JSON and in YAML. */
const REFERENCE = /["']?\$ref["']?\s{0,9}:\s{0,9}["']?([^"'#\s,}]{1,400})/g;

/**
 * Reads what states contracts in the languages of machines: files in the feature's folder by their names, those that the
 * contracts link to, those that the configuration names for the feature, and what these refer to within the workspace.
 *
 * @param document the contracts in Markdown, which may link to files
 */
export function contractFiles(
  workspace: Workspace,
  key: FeatureKey,
  folder: string,
  document: FeatureDocument | undefined,
): readonly ContractFile[] {
  const own = namesIn(confine(workspace, folder)).filter((name) => NAMED.test(name));
  const linked = (document?.markdown.links ?? []).flatMap(({ url }) => resolveLink(url, document?.file ?? "").path ?? []);
  const configured = workspace.config.contracts[formatKey(key)] ?? [];
  const paths = [...own.sort().map((name) => `${folder}/${name}`), ...linked.filter((path) => LINKED.test(path)), ...configured];
  const files = new Map<string, ContractFile>();
  const waiting = [...new Set(paths)].map((file) => ({ file, referred: false }));
  for (let next = waiting.shift(); next && files.size < MOST_FILES; next = waiting.shift()) {
    if (files.has(next.file)) continue;
    const read = readText(workspace, next.file, CONTRACT_LIMIT);
    // Of a link or a reference that leads nowhere others tell.
    if (!read) continue;
    files.set(next.file, { ...next, text: read.text, ...(read.trouble && { trouble: read.trouble }) });
    waiting.push(...referencesIn(read.text, next.file).map((file) => ({ file, referred: true })));
  }
  return [...files.values()];
}

function referencesIn(text: string, from: string): string[] {
  const paths = [...text.matchAll(REFERENCE)].flatMap(([, address = ""]) => {
    if (/^[a-z][a-z0-9+.-]*:|^\//i.test(address)) return [];
    const path = posix.normalize(posix.join(posix.dirname(from), address));
    return path.startsWith("../") ? [] : [path];
  });
  return [...new Set(paths)];
}
