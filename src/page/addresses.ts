import { type FeatureKey, folderOf, OUTPUT_KINDS, type OutputKind, type Workspace } from "../core.ts";
import { idOf } from "./ids.ts";

/** The pages of a plan: one that holds all, or an index with one for each feature. */
export interface Addresses {
  /** @returns the name of a page's file, relative to the folder of the first page */
  fileOf(page: PageName): string;
  /** @returns the address of a place on a page, as another one names it */
  from(page: PageName): (to: PageName, id: string) => string;
  /** @returns where a file of the project is shown, as a page names it */
  ofFile(page: PageName): (file: string, fragment?: string) => string | undefined;
}

/** `index`, `system`, `patterns`, or the feature that has a page of its own. */
export type PageName = "index" | "system" | "patterns" | FeatureKey;

/**
 * @param name the first page's file, without its ending
 * @param many each feature has a page of its own
 */
export function addressesOf(workspace: Workspace, keys: readonly FeatureKey[], name: string, many: boolean): Addresses {
  const { config } = workspace;
  const fileOf = (page: PageName) => {
    if (!many || page === "index") return `${name}.html`;
    return `${name}/${typeof page === "string" ? page : idOf(page)}.html`;
  };
  const documents = new Map<string, { key: FeatureKey; kind: OutputKind }>(
    keys.flatMap((key) => OUTPUT_KINDS.map((kind) => [`${folderOf(workspace, key)}/${config.files[kind]}`, { key, kind }] as const)),
  );
  const from = (page: PageName) => (to: PageName, id: string) => {
    if (!many || isSamePage(page, to)) return `#${id}`;
    const path = fileOf(to).slice(page === "index" ? 0 : name.length + 1);
    return `${to === "index" ? `../${fileOf(to)}` : path}#${id}`;
  };
  return {
    fileOf,
    from,
    ofFile: (page) => (file, fragment) => {
      const shown = documents.get(file);
      if (shown) {
        const document = `${idOf(shown.key)}.${shown.kind}`;
        return from(page)(shown.key, fragment ? `${document}.${decoded(fragment)}` : document);
      }
      return file.startsWith(`${config.decisions}/`) ? from(page)("patterns", recordId(file)) : undefined;
    },
  };
}

function isSamePage(a: PageName, b: PageName): boolean {
  return typeof a === "string" || typeof b === "string" ? a === b : a.epic === b.epic && a.feature === b.feature;
}

/** @returns the id of a decision record */
export function recordId(file: string): string {
  return `record.${(file.split("/").at(-1) ?? "").replace(/\.md$/, "").replace(/[^\p{L}\p{N}_-]/gu, "-")}`;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
