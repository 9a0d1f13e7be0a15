import { readdirSync } from "node:fs";
import { join } from "node:path";
import { KnownError } from "../findings/errors.ts";
import { readText } from "./read-file.ts";
import { confine, type Workspace } from "./workspace.ts";

/** Read-only looks at the repository around the plan: inside of the workspace, no links, nothing that may hold secrets. */

// What nobody needs for a design, and what may hold keys.
const FOLDERS = new Set(["node_modules", "dist", "build", "target", "vendor", "coverage", "__pycache__", "venv"]);
const SECRET =
  /^(?:\..*|.*\.(?:pem|key|p12|pfx|jks|keystore|crt|tfstate|tfvars)|id_(?:rsa|dsa|ecdsa|ed25519).*|.*(?:secret|credential|password).*|\.?netrc)$/i;
const MOST_FILES = 5_000;

/** @returns whether a path may be looked at: no part of it is hidden, generated or likely to hold a secret. */
export function mayExplore(path: string): boolean {
  return path.split("/").every((part) => part !== "" && !SECRET.test(part) && !FOLDERS.has(part));
}

/** @returns the files below a folder, relative to the workspace, in the order of their names. */
export function exploreFiles(workspace: Workspace, folder: string): string[] {
  const start = folder.replace(/^\.?\/*|\/+$/g, "");
  if (start !== "" && !mayExplore(start)) throw refused(folder);
  const found: string[] = [];
  const visit = (path: string) => {
    if (found.length >= MOST_FILES) return;
    for (const entry of readdirSync(confine(workspace, path === "" ? "." : path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const inside = path === "" ? entry.name : join(path, entry.name);
      if (!mayExplore(inside)) continue;
      if (entry.isDirectory()) visit(inside);
      else if (entry.isFile()) found.push(inside);
    }
  };
  try {
    visit(start);
  } catch (thrown) {
    if (thrown instanceof KnownError) throw thrown;
    throw new KnownError("explore", `no folder ${folder}`, "List the folder above it first.");
  }
  return found;
}

/**
 * @returns the text of a file of the repository
 * @throws KnownError (`explore`) where it may not be read, or is no text
 */
export function exploreText(workspace: Workspace, path: string): string {
  if (!mayExplore(path)) throw refused(path);
  const read = readText(workspace, path);
  if (read && !read.trouble) return read.text;
  throw new KnownError("explore", `no text in ${path}${read?.trouble ? ` (${read.trouble})` : ""}`, "List the files first.");
}

function refused(path: string): KnownError {
  return new KnownError("explore", `${path} may not be read`, "Hidden, generated and secret files are left out.");
}
