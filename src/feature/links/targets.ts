import { lstatSync } from "node:fs";
import { posix } from "node:path";
import { decisionMentions, decisionNameOf, readDecision } from "../../context/decisions.ts";
import { KnownError } from "../../findings/errors.ts";
import { readMarkdown } from "../../markdown/index.ts";
import { namesIn } from "../names-in.ts";
import { type FileText, readText } from "../read-file.ts";
import type { FeatureDocument, LinkTarget } from "../types.ts";
import { confine, type Workspace } from "../workspace.ts";
import { resolveAny } from "./links.ts";

/** Looks up, once, what the documents' relative links lead to, so that checks need no disk. */
export function linkTargets(
  workspace: Workspace,
  documents: readonly Pick<FeatureDocument, "file" | "markdown" | "trouble">[],
): ReadonlyMap<string, LinkTarget> {
  const targets = new Map<string, LinkTarget>(
    documents.map(({ file, markdown, trouble }) => [file, { exists: true, anchors: trouble ? undefined : markdown.anchors }]),
  );
  for (const { file, markdown } of documents) {
    for (const link of markdown.links) {
      const { path, fragment } = resolveAny(link, file);
      if (path === undefined) continue;
      const known = targets.get(path);
      if (known && (fragment === undefined || known.anchors || !known.exists)) continue;
      const found = lookUp(workspace, path, fragment !== undefined);
      targets.set(path, link.wiki && !found.exists ? lookUpPage(workspace, path, file) : found);
    }
  }
  for (const [path, target] of namedDecisions(workspace, documents)) if (!targets.get(path)?.decision) targets.set(path, target);
  return targets;
}

/** The records that documents name by their numbers, and the folder: a record that comes later may be the one that is named. */
function namedDecisions(workspace: Workspace, documents: readonly Pick<FeatureDocument, "markdown">[]): [string, LinkTarget][] {
  const names = new Set(documents.flatMap(({ markdown }) => decisionMentions(markdown.prose).map(({ name }) => name)));
  if (names.size === 0) return [];
  const folder = workspace.config.decisions;
  const files = decisionNamesIn(workspace).filter((name) => names.has(decisionNameOf(name)));
  return [
    [folder, { exists: files.length > 0 }],
    ...files.map((name): [string, LinkTarget] => [`${folder}/${name}`, lookUp(workspace, `${folder}/${name}`, true)]),
  ];
}

function decisionNamesIn(workspace: Workspace): string[] {
  try {
    return namesIn(confine(workspace, workspace.config.decisions)).filter((name) => name.endsWith(".md"));
  } catch (thrown) {
    if (thrown instanceof KnownError) return [];
    throw thrown;
  }
}

/** A page that is named without its folder may stand where the plan, the records or the project begin. */
function lookUpPage(workspace: Workspace, path: string, file: string): LinkTarget {
  const name = posix.relative(posix.dirname(file), path);
  const { plan, decisions } = workspace.config;
  const folders = [plan, posix.dirname(posix.dirname(file)), decisions, "docs", ""];
  const places = folders.flatMap((folder) => [posix.join(folder, name), posix.join(folder, name.replace(/\.md$/, ""))]);
  const found = places.filter((place) => !place.startsWith("..")).map((place) => lookUp(workspace, place, true));
  return found.find(({ exists }) => exists) ?? { exists: false };
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
