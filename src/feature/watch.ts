import { type FSWatcher, watch } from "node:fs";
import { DOCUMENT_KINDS, type DocumentKind } from "../config/config.ts";
import { isKey } from "./key.ts";
import type { FeatureKey } from "./types.ts";
import { confine, type Workspace } from "./workspace.ts";

/** One save can make several events; the last one counts. */
const CALM_MS = 15;

/**
 * Tells which documents of the plan change. Keeps no process alive.
 *
 * @param changed called once a save
 * @returns ends the watching
 */
export function watchPlan(workspace: Workspace, changed: (key: FeatureKey, kind: DocumentKind) => void): () => void {
  const pending = new Map<string, NodeJS.Timeout>();
  const tell = (path: string) => {
    pending.delete(path);
    const [epic = "", feature = "", file = "", ...deeper] = path.split("/");
    const kind = DOCUMENT_KINDS.find((candidate) => workspace.config.files[candidate] === file);
    if (kind && deeper.length === 0 && isKey(epic) && isKey(feature)) changed({ epic, feature }, kind);
  };
  const watcher = startWatching(confine(workspace, workspace.config.plan), (path) => {
    clearTimeout(pending.get(path));
    pending.set(path, setTimeout(tell, CALM_MS, path).unref());
  });
  return () => {
    watcher?.close();
    for (const timer of pending.values()) clearTimeout(timer);
  };
}

/** Where the system cannot watch, or the plan is not there yet, nothing is told: a client can always read again. */
function startWatching(folder: string, seen: (path: string) => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { recursive: true }, (_event, path) => path && seen(path.replaceAll("\\", "/")));
    watcher.on("error", () => watcher.close());
    return watcher.unref();
  } catch {
    return undefined;
  }
}
