import { homedir } from "node:os";
import { join } from "node:path";

/** @returns the user's own folder for what can be made again. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  return join(env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), ".cache"), "groundplan");
}
