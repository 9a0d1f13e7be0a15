import { posix } from "node:path";
import { DEFAULTS } from "../../config/config.ts";
import type { Place } from "../../findings/finding.ts";
import { type MarkdownDocument, readMarkdown } from "../../markdown/index.ts";
import { ownPatternFiles } from "../catalogue-files.ts";
import { listFeatures } from "../list-features.ts";
import { readFeature } from "../read-feature.ts";
import type { Workspace } from "../workspace.ts";
import { resolveLink } from "./links.ts";

/**
 * @param document the file of the pattern, where it is a document of its own
 * @returns the places of all links to a pattern, in the project's documents and in its own patterns
 */
export function linksToPattern(workspace: Workspace, slug: string, document?: string): Place[] {
  const folders = [workspace.config.patterns, DEFAULTS.patterns];
  const inFile = (file: string, { links }: MarkdownDocument) =>
    links.flatMap(({ url, span }): Place[] => {
      const { path, fragment } = resolveLink(url, file);
      const leadsTo = (fragment === slug || path === document) && path !== undefined && folders.includes(posix.dirname(path));
      return leadsTo ? [{ file, line: span.line, column: span.column }] : [];
    });
  const features = listFeatures(workspace).flatMap((key) => Object.values(readFeature(workspace, key).documents));
  return [
    ...features.flatMap(({ file, markdown }) => inFile(file, markdown)),
    ...ownPatternFiles(workspace).flatMap(({ file, text }) => inFile(file, readMarkdown(text))),
  ];
}
