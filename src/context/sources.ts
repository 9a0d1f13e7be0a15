import { readdirSync } from "node:fs";
import { join } from "node:path";
import { linkIn } from "../config/link-in.ts";
import { readOwn } from "../config/read-own.ts";
import { KnownError } from "../findings/errors.ts";
import { readMarkdown } from "../markdown/index.ts";
import { readPatterns } from "./patterns/read.ts";
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
 * @param ending of the names of the files
 * @returns the files right in it, Markdown where nothing else is asked for, without its README; none where there is no such folder
 * @throws KnownError (`template`) where they cannot be read
 */
export function readSources(root: string, folder: string, ending = ".md"): Source[] {
  const link = linkIn(root, folder);
  if (link !== undefined) throw unreadable(folder, "a symbolic link", "Put a real folder in its place: links are not followed.");
  return namesIn(root, folder)
    .filter((name) => name.endsWith(ending) && name !== "README.md")
    .sort()
    .flatMap((name) => {
      const file = `${folder}/${name}`;
      const text = readOwn(root, file, "template");
      return text === undefined ? [] : [{ file, text }];
    });
}

function namesIn(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder));
  } catch (thrown) {
    const { code = "unknown" } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw unreadable(folder, code, "Make the folder and its files readable.");
  }
}

const unreadable = (folder: string, why: string, advice: string) => new KnownError("template", `cannot read ${folder}: ${why}`, advice);

export function readPatternFile({ file, text }: Source): PatternSource {
  const document = readMarkdown(text);
  return { file, text, patterns: readPatterns(document, file), anchors: [...document.anchors] };
}
