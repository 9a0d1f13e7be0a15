import { createHash } from "node:crypto";
import { blobsAt, readBlobs } from "../disk/git-blobs.ts";
import { openKept } from "./cache.ts";
import { asText, type Listed, mayRead } from "./files.ts";
import { isRead, type ReadText } from "./read-project.ts";
import type { SurveyOptions } from "./survey.ts";
import type { Survey } from "./types.ts";

/** So many files are asked of git at once. */
const AT_ONCE = 400;
/** What is larger is data, or generated: it is not even fetched. */
const LARGEST = 1_500_000;

/**
 * Surveys a repository as it was. Nothing is checked out.
 *
 * @param commit its full hash
 * @returns the facts of the code at that commit
 */
export async function surveyAt(root: string, commit: string, { cacheFolder, build, progress, apart = [] }: SurveyOptions): Promise<Survey> {
  const blobs = blobsAt(root, commit).filter(({ path }) => mayRead(path) && !apart.some((folder) => path.startsWith(`${folder}/`)));
  const files = blobs.map(({ path, hash, size }): Listed => ({ path, size, stamp: hash })).sort((a, b) => (a.path < b.path ? -1 : 1));
  const stamp = createHash("sha256")
    .update(JSON.stringify([build, files]))
    .digest("base64url");
  const kept = cacheFolder === undefined ? undefined : openKept(cacheFolder, [root, "as it was", ...apart].join("\n"));
  const known = kept?.read(stamp);
  if (known) return { ...known.survey, commit };
  const survey = await (await import("./make.ts")).makeSurvey(root, files, progress, readerOf(root, files));
  kept?.write(stamp, { survey, digest: stamp });
  return { ...survey, commit };
}

/** Reads the texts of files in the order in which they are asked for, many at once. */
function readerOf(root: string, files: readonly Listed[]): ReadText {
  const wanted = files.filter(({ path, size }) => isRead(path) && size <= LARGEST);
  const places = new Map(wanted.map(({ path }, index) => [path, index]));
  let held = new Map<string, Buffer>();
  let from = -1;
  return ({ path, stamp }) => {
    const place = places.get(path);
    if (place === undefined) return undefined;
    const start = place - (place % AT_ONCE);
    if (start !== from) {
      held = readBlobs(
        root,
        wanted.slice(start, start + AT_ONCE).map((file) => file.stamp),
      );
      from = start;
    }
    const bytes = held.get(stamp);
    return bytes && asText(bytes);
  };
}
