import { createHash } from "node:crypto";

/** @returns eight hexadecimal digits by which a text is known again, whatever its line ends and the blank lines around it */
export function textHash(text: string): string {
  return shortHash(text.replace(/\r\n?/g, "\n").trim());
}

/** @returns the first hexadecimal digits of a text's SHA-256, eight of them where nobody asks for more */
export function shortHash(text: string, length = 8): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}
