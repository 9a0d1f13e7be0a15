import { DOCUMENT_KINDS } from "../config/config.ts";
import { matchesAny } from "../config/settings.ts";
import { everyFeature, folderOf, strayFolders } from "./list-features.ts";
import { namesIn } from "./names-in.ts";
import { confine, type Workspace } from "./workspace.ts";

/** A glob of the configuration that means nothing that is there. */
export interface IdleGlob {
  /** Where it stands: `ignore`, or `overrides.0.files`. */
  key: string;
  glob: string;
}

/** Lists the globs of the configuration that match nothing: a rule that nobody keeps, and that nobody misses. */
export function idleGlobs(workspace: Workspace): IdleGlob[] {
  const { ignore, overrides } = workspace.config;
  if (ignore.length === 0 && overrides.length === 0) return [];
  const folders = everyFeature(workspace).map((key) => folderOf(workspace, key));
  const strays = strayFolders(workspace).map(({ folder }) => folder);
  const documents = folders.flatMap((folder) => DOCUMENT_KINDS.map((kind) => `${folder}/${workspace.config.files[kind]}`));
  const files = [...documents, ...(overrides.length > 0 ? otherFiles(workspace) : [])];
  const idle = (key: string, globs: readonly string[], paths: readonly string[]) =>
    globs.filter((glob) => !paths.some((path) => matchesAny(path, [glob.replace(/^!/, "")]))).map((glob) => ({ key, glob }));
  return [
    ...idle("ignore", ignore, [...folders, ...documents, ...strays]),
    ...overrides.flatMap((one, index) => idle(`overrides.${index}.files`, one.files, files)),
  ];
}

/** What else findings are about: patterns, decision records, the page of the whole. */
function otherFiles(workspace: Workspace): string[] {
  const { decisions, patterns, overview, baseline } = workspace.config;
  const within = (folder: string) => namesIn(confine(workspace, folder)).map((name) => `${folder}/${name}`);
  return [...within(patterns), ...within(decisions), overview, baseline];
}
