import { DEFAULTS } from "../config/config.ts";
import { shippedContext } from "../context/load.ts";
import { asCopy, isUnchangedCopy } from "../context/patterns/copies.ts";
import { readText } from "../feature/read-file.ts";
import type { Workspace } from "../feature/workspace.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import type { Review } from "../review/feature.ts";

/**
 * Puts the pages of patterns that a feature's documents link to into the project, where its readers follow the links: on first use, and
 * again where a newer version has another text and nobody has changed the copy. A page of the team's own is left alone.
 *
 * @returns the files that were written
 */
export function copyCitedPatterns(workspace: Workspace, { model }: Review): string[] {
  const folders = [workspace.config.patterns, DEFAULTS.patterns].map((folder) => `${folder}/`);
  const cited = new Set(model.links.flatMap(({ path = "" }) => (folders.some((folder) => path.startsWith(folder)) ? path : [])));
  if (cited.size === 0) return [];
  return shippedPages(workspace).flatMap(([file, text]) => (cited.has(file) && copy(workspace, file, text) ? [file] : []));
}

/** The shipped pages under the folder of the project's own, and under the one that links name by default. */
function shippedPages({ config }: Workspace): [string, string][] {
  const pages = shippedContext(config).filter(([file]) => file.startsWith(`${config.patterns}/`));
  const usual = pages.map(([file, text]): [string, string] => [file.replace(config.patterns, DEFAULTS.patterns), text]);
  return config.patterns === DEFAULTS.patterns ? pages : [...pages, ...usual];
}

function copy(workspace: Workspace, file: string, text: string): boolean {
  const wanted = asCopy(text);
  const present = readText(workspace, file);
  if (present && (present.trouble || present.text === wanted || !isUnchangedCopy(present.text))) return false;
  try {
    writeText(workspace, file, wanted, present?.revision ?? null);
    return true;
  } catch (thrown) {
    // The document is saved: somebody who has just written the same page, or a folder that takes none, spoils nothing.
    if (thrown instanceof KnownError) return false;
    throw thrown;
  }
}
