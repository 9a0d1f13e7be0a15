import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { DOCUMENT_KINDS } from "../config/config.ts";
import { matchesAny } from "../config/settings.ts";
import { isKey } from "./key.ts";
import type { FeatureKey } from "./types.ts";
import { confine, type Workspace } from "./workspace.ts";

/** @returns the feature's folder, relative to the workspace, with forward slashes. */
export function folderOf(workspace: Workspace, key: FeatureKey): string {
  return `${workspace.config.plan}/${key.epic}/${key.feature}`;
}

/** @returns the paths of all documents that a feature may have, there or not. */
export function documentsOf(workspace: Workspace, key: FeatureKey): string[] {
  const folder = folderOf(workspace, key);
  return DOCUMENT_KINDS.map((kind) => `${folder}/${workspace.config.files[kind]}`);
}

/**
 * Lists the features of the workspace: every folder two levels below the plan, in the order of their names.
 * Folders whose names cannot be keys, and links, are left out; see {@link leftOutFolders}.
 */
export function listFeatures(workspace: Workspace): FeatureKey[] {
  return everyFeature(workspace).filter(({ epic, feature }) => !isIgnored(workspace, `${epic}/${feature}`));
}

/** As {@link listFeatures}, with those that the configuration leaves out. */
export function everyFeature(workspace: Workspace): FeatureKey[] {
  return entriesOf(workspace).flatMap(({ epic, within }) => within.filter(isFeature).map(({ name }) => ({ epic, feature: name })));
}

/** A folder of the plan that is not looked into, and why. */
export interface LeftOutFolder {
  /** Relative to the workspace, with forward slashes. */
  folder: string;
  why: string;
}

/**
 * Lists what stands where epics and features stand and is none, so that nobody takes it for checked. What is hidden, and
 * what the configuration leaves out, was meant to be left out.
 */
export function leftOutFolders(workspace: Workspace): LeftOutFolder[] {
  return strayFolders(workspace).filter(({ folder }) => !isIgnored(workspace, folder.slice(workspace.config.plan.length + 1)));
}

/** As {@link leftOutFolders}, with those that the configuration leaves out. */
export function strayFolders(workspace: Workspace): LeftOutFolder[] {
  const { plan, files } = workspace.config;
  const tell = (path: string, entry: Dirent): LeftOutFolder[] => {
    const why = whyLeftOut(entry);
    return why === undefined ? [] : [{ folder: `${plan}/${path}`, why }];
  };
  const epics = entries(confine(workspace, plan)).flatMap((entry) => tell(entry.name, entry));
  const features = entriesOf(workspace).flatMap(({ epic, within }) => {
    const isLoose = !within.some(isFeature) && within.some(({ name }) => name === files.prd);
    return isLoose ? [{ folder: `${plan}/${epic}`, why: LOOSE }] : within.flatMap((entry) => tell(`${epic}/${entry.name}`, entry));
  });
  return [...epics, ...features];
}

const LOOSE = "a feature's folder stands in the folder of its epic, two levels below the plan";

function whyLeftOut(entry: Dirent): string | undefined {
  if (entry.name.startsWith(".")) return undefined;
  if (entry.isSymbolicLink() && !/\.\w{1,9}$/.test(entry.name)) return "links are not followed";
  if (entry.isDirectory() && !isKey(entry.name)) return "its name can be no key: rename it";
  return undefined;
}

const isFeature = (entry: Dirent) => entry.isDirectory() && isKey(entry.name);

/** A feature whose every document is meant is meant itself. */
function isIgnored({ config }: Workspace, path: string): boolean {
  if (config.ignore.length === 0) return false;
  const folder = `${config.plan}/${path}`;
  return matchesAny(folder, config.ignore) || DOCUMENT_KINDS.every((kind) => matchesAny(`${folder}/${config.files[kind]}`, config.ignore));
}

function entriesOf(workspace: Workspace): { epic: string; within: Dirent[] }[] {
  const plan = confine(workspace, workspace.config.plan);
  return entries(plan)
    .filter(isFeature)
    .map(({ name: epic }) => ({ epic, within: entries(join(plan, epic)) }));
}

function entries(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  } catch {
    return [];
  }
}
