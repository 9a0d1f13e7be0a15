import { basename } from "node:path";
import type { Config } from "../config/config.ts";
import { readRegular } from "../disk/read-regular.ts";
import { KnownError } from "../findings/errors.ts";
import { readMarkdown } from "../markdown/index.ts";
import { isKey } from "./key.ts";
import { revisionOf, SIZE_LIMIT } from "./read-file.ts";
import type { Feature } from "./types.ts";

/**
 * Reads a PRD that stands anywhere, named by a person on the command line, as a feature of its own. Nothing
 * else is read, and nothing can be written to it.
 *
 * @throws KnownError (`target`) where the file cannot be read as a document
 */
export function readLoosePrd(path: string, config: Config): Feature {
  const read = readRegular(path, SIZE_LIMIT, true);
  if ("unread" in read) {
    if (read.unread === "too-large")
      throw new KnownError("target", `${path} is larger than 1 MiB`, "A PRD of that size cannot be designed from; split it.");
    throw new KnownError("target", `cannot read ${path}`, "Name a feature (epic/feature) or the Markdown file of a PRD.");
  }
  const { bytes } = read;
  if (bytes.includes(0)) throw new KnownError("target", `${path} is not a UTF-8 text`, "Save the PRD as UTF-8.");
  const name = basename(path)
    .replace(/\.[^.]*$/, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .slice(0, 80);
  const feature = isKey(name) ? name : "feature";
  const folder = `${config.plan}/loose/${feature}`;
  const prd = {
    kind: "prd" as const,
    file: `${folder}/${config.files.prd}`,
    revision: revisionOf(bytes),
    markdown: readMarkdown(bytes.toString("utf8")),
  };
  return { key: { epic: "loose", feature }, folder, documents: { prd }, contracts: [], targets: new Map() };
}
