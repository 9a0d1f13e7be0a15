import { realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join, parse, relative, sep } from "node:path";
import { type Config, DEFAULTS } from "../config/config.ts";
import { linkIn } from "../config/link-in.ts";
import { KnownError } from "../findings/errors.ts";

/** The folder that groundplan may read and write in, and nothing outside of it. */
export interface Workspace {
  /** Absolute, with every symbolic link resolved. */
  root: string;
  config: Config;
}

/**
 * @param folder the root; resolved once, here
 * @throws KnownError (`workspace`) where it is no folder, or too wide to be one project
 */
export function openFolder(folder: string, config: Config = DEFAULTS): Workspace {
  let root: string;
  try {
    root = realpathSync(folder);
    if (!statSync(root).isDirectory()) throw new Error("not a folder");
  } catch {
    throw new KnownError("workspace", `no folder at ${folder}`, "Name the root of your project with --root, or start from inside of it.");
  }
  if (root === parse(root).root || root === safeHome()) {
    throw new KnownError(
      "workspace",
      `${folder} is too wide for a workspace`,
      "Name the root of one project with --root, not a home folder or the root of the disk.",
    );
  }
  return { root, config };
}

function safeHome(): string | undefined {
  try {
    return realpathSync(homedir());
  } catch {
    return undefined;
  }
}

/**
 * Turns a path relative to the workspace into an absolute one.
 *
 * @throws KnownError (`confinement`) where it leaves the workspace, or a part of it is a symbolic link
 */
export function confine(workspace: Workspace, path: string): string {
  const absolute = join(workspace.root, path);
  const inside = relative(workspace.root, absolute);
  if (isAbsolute(path) || inside.startsWith("..") || isAbsolute(inside) || path.includes("\0")) {
    throw new KnownError(
      "confinement",
      `${path} is outside of the workspace`,
      "Only files inside of the workspace can be read and written.",
    );
  }
  const link = linkIn(workspace.root, inside);
  if (link !== undefined)
    throw new KnownError(
      "confinement",
      `${relative(workspace.root, link)} is a symbolic link`,
      "Put a real folder or file in its place: links are not followed.",
    );
  return absolute;
}

/** @returns a path with forward slashes, as findings and messages give it. */
export function portable(path: string): string {
  return path.split(sep).join("/");
}
