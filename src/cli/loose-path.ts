import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { KnownError } from "../core.ts";

/**
 * @returns the path of the Markdown file that a word on the command line names; undefined where it is the key or folder of a feature
 * @throws KnownError (`target`) where it names such a file and there is none
 */
export function loosePath(target: string, cwd: string): string | undefined {
  const path = resolve(cwd, target);
  if (!/\.(?:md|markdown)$/i.test(path)) return undefined;
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return path;
  if (found?.isDirectory()) return undefined;
  throw new KnownError("target", `no file ${target}`, nearby(path));
}

/** The documents that lie where the file was looked for. */
function nearby(path: string): string {
  const folder = dirname(path);
  if (!existsSync(folder)) return "Its folder is not there either; name the Markdown file of a PRD, or a feature (epic/feature).";
  const others = readdirSync(folder).filter((name) => /\.(?:md|markdown)$/i.test(name));
  const like = others.filter((name) => /prd|requirement|spec/i.test(name) || name.toLowerCase() === basename(path).toLowerCase());
  const named = (like.length > 0 ? like : others).slice(0, 5);
  return named.length === 0
    ? "Name the Markdown file of a PRD, or a feature (epic/feature)."
    : `In that folder ${named.length === 1 ? "lies" : "lie"} ${named.join(", ")}; name one of them, or a feature (epic/feature).`;
}
