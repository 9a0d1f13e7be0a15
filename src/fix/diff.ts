import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/**
 * Shows the difference of two texts as a unified diff, as `git apply` and `patch` read it.
 *
 * @param file the path to name in its head, relative to the workspace
 * @returns the diff, with a newline at its end; empty where the texts are equal
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
