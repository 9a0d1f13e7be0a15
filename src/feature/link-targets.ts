import { lstatSync } from "node:fs";
import { readDecision } from "../context/decisions.ts";
import { KnownError } from "../findings/errors.ts";
import { readMarkdown } from "../markdown/index.ts";
import { resolveLink } from "./links.ts";
import { type FileText, readText } from "./read-file.ts";
import type { FeatureDocument, LinkTarget } from "./types.ts";
import { confine, type Workspace } from "./workspace.ts";

/** Looks up, once, what the documents' relative links lead to, so that checks need no disk. */
export function linkTargets(
  workspace: Workspace,
  documents: readonly Pick<FeatureDocument, "file" | "markdown" | "trouble">[],
): ReadonlyMap<string, LinkTarget> {
  const targets = new Map<string, LinkTarget>(
    documents.map(({ file, markdown, trouble }) => [file, { exists: true, anchors: trouble ? undefined : markdown.anchors }]),
  );
  for (const { file, markdown } of documents) {
    for (const { url } of markdown.links) {
      const { path, fragment } = resolveLink(url, file);
      if (path === undefined) continue;
      const known = targets.get(path);
      if (known && (fragment === undefined || known.anchors || !known.exists)) continue;
      targets.set(path, lookUp(workspace, path, fragment !== undefined));
    }
  }
  return targets;
}

function lookUp(workspace: Workspace, path: string, wantsAnchors: boolean): LinkTarget {
  try {
    const exists = lstatSync(confine(workspace, path), { throwIfNoEntry: false }) !== undefined;
    const decides = path.startsWith(`${workspace.config.decisions}/`);
    if (!exists || !(wantsAnchors || decides) || !/\.(?:md|markdown)$/i.test(path)) return { exists };
    const read = readText(workspace, path);
    if (!read || read.trouble) return { exists };
    return { exists, anchors: anchorsOf(read), ...(decides && { decision: readDecision(read.text, path) }) };
  } catch (thrown) {
    if (thrown instanceof KnownError) return { exists: false };
    throw thrown;
  }
}

/** Every feature links to the same few patterns and records; more than these are forgotten at once. */
const known = new Map<string, ReadonlySet<string>>();
const MOST = 100;

function anchorsOf({ text, revision }: FileText): ReadonlySet<string> {
  const anchors = known.get(revision) ?? readMarkdown(text).anchors;
  if (known.size >= MOST) known.clear();
  known.set(revision, anchors);
  return anchors;
}
