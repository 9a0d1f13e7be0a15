import {
  type CodeMemory,
  codeOf,
  type Feature,
  type FeatureKey,
  type Known,
  KnownError,
  loadContext,
  openWorkspace,
  readFeature,
  type Workspace,
} from "../core.ts";
import type { SeenTexts } from "./seen.ts";

/** What a server works with, as long as its process lives; everything else is read from the files at every call. */
export interface Session {
  /** Absolute, resolved once. */
  root: string;
  /** Which rule chose the root; the list of features says it. */
  source: string;
  today(): string;
  /** The environment: it tells where a browser is. */
  env: Readonly<Record<string, string | undefined>>;
  version: string;
  /** The longest that a tool may work, in milliseconds. */
  limitMs: number;
  seen: SeenTexts;
  /** The code of the project, which is looked at once for calls that follow each other. */
  codeMemory?: CodeMemory;
}

/** The project as it is now: configuration, templates and patterns are a team's to edit while the server runs. */
export interface Project {
  workspace: Workspace;
  context: Known;
  /** A word for the facts of the code that the context holds; none where there is no code. */
  code?: string;
  /** Reads a feature, and keeps its texts in mind to tell later what changed. */
  read(key: FeatureKey): Feature;
}

/**
 * Opens the project anew.
 *
 * @throws KnownError (`workspace`) where the root is gone, (`confinement`) where it leads to another place than at the start
 */
export function openProject({ root, seen }: Session): Project {
  const workspace = openWorkspace(root);
  if (workspace.root !== root)
    throw new KnownError(
      "confinement",
      "the folder of the project has become a link to another one",
      "Start the server again, with --root.",
    );
  return {
    workspace,
    context: loadContext(root, workspace.config),
    read(key) {
      const feature = readFeature(workspace, key);
      for (const { file, revision, markdown, trouble } of Object.values(feature.documents))
        if (!trouble) seen.keep(file, revision, markdown.text);
      return feature;
    },
  };
}

/** As {@link openProject}, with the facts of the code where the project has code beside its plan. */
export async function openWithCode(session: Session): Promise<Project> {
  const project = openProject(session);
  const { env, codeMemory: memory } = session;
  const code = await codeOf(project.workspace, { env, ...(memory && { memory }) });
  return code ? { ...project, context: { ...project.context, survey: code.survey }, code: code.digest } : project;
}
