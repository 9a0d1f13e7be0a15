import { createHash } from "node:crypto";

/** @returns eight hexadecimal digits by which a text is known again, whatever its line ends and the blank lines around it */
export function textHash(text: string): string {
  return shortHash(text.replace(/\r\n?/g, "\n").trim());
}

/** @returns the first eight hexadecimal digits of a text's SHA-256 */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
