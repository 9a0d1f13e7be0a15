import { createHash } from "node:crypto";
import type { Finding } from "./finding.ts";

/**
 * Names findings by what they say and not by where: a text that moves keeps the names of its findings. Equal
 * ones in a file are told apart by their order. Counts do not belong to the name: a document that is too long by
 * 12 lines is the same finding as one that is too long by 11.
 *
 * @returns one name for each finding, in their order; 32 hexadecimal digits
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ check, message, place, arguments: values }) => {
    const words = Object.entries(values).filter(([, value]) => typeof value === "string" && !/^\d/.test(value));
    const content = JSON.stringify([check, message, place.file, words.sort()]);
    const occurrence = (seen.get(content) ?? 0) + 1;
    seen.set(content, occurrence);
    return createHash("sha256").update(`${content}#${occurrence}`).digest("hex").slice(0, 32);
  });
}
