import type { Place } from "./finding.ts";

/** @returns whether a place begins on the lines of another one */
export function isWithin({ file, line }: Place, around: Place): boolean {
  return file === around.file && line >= around.line && line <= (around.endLine ?? around.line);
}
