import { lstatSync } from "node:fs";
import { join } from "node:path";
import { askGit } from "../disk/git.ts";
import { listFiles } from "../disk/list-files.ts";
import { readRegular } from "../disk/read-regular.ts";

/** The files of a repository that may be read: what git tracks or would track, else what the ignore files leave, without what is generated. */

/** What is made, fetched or kept for itself, by the names of folders. */
export const FOLDERS = new Set([
  "node_modules",
  "bower_components",
  "dist",
  "build",
  "out",
  "target",
  "vendor",
  "coverage",
  "__pycache__",
  "venv",
  ".venv",
  ".git",
  ".next",
  ".nuxt",
  "bin",
  "obj",
  "Pods",
  ".gradle",
  ".idea",
  ".terraform",
]);
const SECRET =
  /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|dist)[^/]{0,60})?|[^/]{0,99}\.(?:pem|key|p12|pfx|jks|keystore|tfstate|tfvars)|id_(?:rsa|dsa|ecdsa|ed25519)[^/]{0,60}|\.netrc|\.npmrc|\.pypirc|secrets?\.(?:ya?ml|json|properties))$/i;
const BUILT =
  /(?:^|\/)(?:node_modules|bower_components|dist|build|out|target|vendor|coverage|__pycache__|\.?venv|site-packages|\.next|\.nuxt|obj|\.terraform|generated|third_party)\//;
const MOST = 400_000;

export interface Listed {
  path: string;
  size: number;
  stamp: string;
}

/** @returns the files below a root, in the order of their paths; links are not followed, and what may hold a secret is left out. */
export function surveyedFiles(root: string): Listed[] {
  const mayEnter = (path: string) => !FOLDERS.has(path.slice(path.lastIndexOf("/") + 1));
  const paths = listFiles(root, { mostFiles: MOST, mayEnter });
  const listed: Listed[] = [];
  const links = new Map<string, boolean>();
  for (const path of paths.sort().slice(0, MOST)) {
    if (!mayRead(path)) continue;
    const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (stat?.isFile() && !throughLink(root, path, links)) listed.push({ path, size: stat.size, stamp: `${stat.size}:${stat.mtimeMs}` });
  }
  return listed;
}

/** @returns whether a file of the repository may be read: it is not made by a program, and holds no secret by its name */
export function mayRead(path: string): boolean {
  return !SECRET.test(path) && !BUILT.test(`/${path}`);
}

/**
 * @param links which folders are known to be links; a server asks anew each time, since a folder may become one
 * @returns whether a folder on the way to a file is a link: it may lead out of the repository
 */
function throughLink(root: string, path: string, links: Map<string, boolean>): boolean {
  const folder = path.split("/").slice(0, -1).join("/");
  if (folder === "") return false;
  const key = join(root, folder);
  let known = links.get(key);
  if (known === undefined) {
    known = (lstatSync(key, { throwIfNoEntry: false })?.isSymbolicLink() ?? true) || throughLink(root, folder, links);
    links.set(key, known);
  }
  return known;
}

/** @returns the commit that is checked out; none where there is no git. */
export function commitOf(root: string): string | undefined {
  return askGit(root, ["rev-parse", "HEAD"])?.trim() || undefined;
}

/** What is longer is data, or generated. */
export const LARGEST = 1_500_000;

/** @returns the text of a file; none where it is no text, or generated. */
export function textOf(root: string, { path, size }: Listed): string | undefined {
  if (size > LARGEST) return undefined;
  const read = readRegular(join(root, path), LARGEST);
  return "unread" in read ? undefined : asText(read.bytes);
}

/** @returns what bytes say; none where they are no text, or more than a person writes */
export function asText(bytes: Buffer): string | undefined {
  if (bytes.length > LARGEST) return undefined;
  const text = bytes.toString("utf8");
  return text.slice(0, 8_000).includes("\0") ? undefined : text;
}
