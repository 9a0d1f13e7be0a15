import { createHash } from "node:crypto";
import type { WordedFinding } from "./finding.ts";

/**
 * Names findings by what they say and not by where: a text that moves keeps the names of its findings. Equal
 * ones in a file are told apart by their order. Counts do not belong to the name: a document that is too long by
 * 12 lines is the same finding as one that is too long by 11.
 *
 * @returns one name for each finding, in their order; 32 hexadecimal digits
 */
export function fingerprints(findings: readonly WordedFinding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ check, message, place, text }) => {
    // A number of its own is a count; one that is part of a name (FR-14, OAuth2) is not.
    const content = JSON.stringify([
      check,
      message,
      place.file,
      text.replace(/(?<![\p{L}\p{N}_.-])\d+(?!\d)(?![\p{L}\p{N}_.-]*[\p{L}\p{N}_])/gu, "#"),
    ]);
    const occurrence = (seen.get(content) ?? 0) + 1;
    seen.set(content, occurrence);
    return createHash("sha256").update(`${content}#${occurrence}`).digest("hex").slice(0, 32);
  });
}
