import { createHash } from "node:crypto";
import { openKept } from "./cache.ts";
import { commitOf, surveyedFiles } from "./files.ts";
import type { Progress } from "./read-project.ts";
import type { Survey, Surveyed } from "./types.ts";

export interface SurveyOptions {
  /** Folders, relative to the root, that belong to the plan: what stands in them is no code of the application. */
  apart?: readonly string[];
  /** Keeps the survey for as long as no file has changed. */
  cacheFolder?: string;
  /** Of groundplan: another one may read the code otherwise. */
  build?: string;
  progress?: Progress;
  /** What the process has surveyed before: it is given back where nothing has changed. */
  known?: Surveyed | undefined;
}

/**
 * @param root the folder whose code is read; nothing outside of it is, and nothing that git ignores
 * @returns the facts of the code, each with file and line
 */
export async function surveyRepository(root: string, options: SurveyOptions = {}): Promise<Survey> {
  return (await surveyWithDigest(root, options)).survey;
}

/** As {@link surveyRepository}, with a word that changes whenever a fact does. What reads code is loaded only where some has changed. */
export async function surveyWithDigest(
  root: string,
  { cacheFolder, build, progress, apart = [], known }: SurveyOptions = {},
): Promise<Surveyed> {
  const files = surveyedFiles(root).filter(({ path }) => !apart.some((folder) => path.startsWith(`${folder}/`)));
  const commit = commitOf(root);
  const stamp = createHash("sha256")
    .update(JSON.stringify([build, files]))
    .digest("base64url");
  if (known && known.stamp === stamp && known.survey.commit === commit) return known;
  const kept = cacheFolder === undefined ? undefined : openKept(cacheFolder, [root, ...apart].join("\n"));
  const { survey, digest } = kept?.read(stamp) ?? (await readAnew());
  return { survey: { ...survey, ...(commit && { commit }) }, digest, stamp };

  async function readAnew(): Promise<Surveyed> {
    const made = await (await import("./make.ts")).makeSurvey(root, files, progress);
    const surveyed = { survey: made, digest: createHash("sha256").update(JSON.stringify(made)).digest("base64url").slice(0, 24) };
    kept?.write(stamp, surveyed);
    return surveyed;
  }
}
