import { rmSync } from "node:fs";
import { KnownError } from "../../findings/errors.ts";
import { readText } from "../read-file.ts";
import { confine, type Workspace } from "../workspace.ts";
import { withLock } from "./lock.ts";
import { asKnown } from "./replace-file.ts";

/**
 * Removes one file of the workspace, of which a copy stands elsewhere by now.
 *
 * @param basedOn the revision that was copied
 * @throws KnownError (`stale-revision`) where the file is another one by now, (`cannot-write`) where the disk refuses
 */
export function removeText(workspace: Workspace, path: string, basedOn: string): void {
  const absolute = confine(workspace, path);
  try {
    withLock(absolute, () => {
      if (readText(workspace, path)?.revision !== basedOn)
        throw new KnownError("stale-revision", `${path} has changed since it was read`, "Run the command again; the file was not removed.");
      rmSync(absolute);
    });
  } catch (thrown) {
    throw asKnown(thrown, path);
  }
}
