import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { KnownError } from "../errors.ts";
import { readMarkdown } from "../markdown/index.ts";
import { readPatterns } from "./patterns.ts";
import type { Pattern } from "./types.ts";

/** A template or a file of patterns. */
export interface Source {
  file: string;
  text: string;
}

/** A file of patterns, read. */
export interface PatternSource extends Source {
  patterns: Pattern[];
  /** What documents may link to in it. */
  anchors: string[];
}

/**
 * @param folder relative to the root
 * @returns the Markdown files right in it, without its README; none where there is no such folder
 * @throws KnownError (`template`) where they cannot be read
 */
export function readSources(root: string, folder: string): Source[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith(".md") && name !== "README.md")
      .sort()
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(path, name), "utf8") }));
  } catch (thrown) {
    throw new KnownError(
      "template",
      `cannot read ${folder}: ${(thrown as NodeJS.ErrnoException).code ?? "unknown"}`,
      "Make the folder and its files readable.",
    );
  }
}

export function readPatternFile({ file, text }: Source): PatternSource {
  const document = readMarkdown(text);
  return { file, text, patterns: readPatterns(document, file), anchors: [...document.anchors] };
}
