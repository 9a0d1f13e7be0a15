import { createHash } from "node:crypto";
import { readRegular } from "../disk/read-regular.ts";
import { KnownError } from "../findings/errors.ts";
import type { Trouble } from "./types.ts";
import { confine, type Workspace } from "./workspace.ts";

/** The largest document that is read, in bytes; a design document has about 20,000. */
export const SIZE_LIMIT = 1024 * 1024;

export interface FileText {
  text: string;
  revision: string;
  trouble?: Trouble;
}

/** @returns a short hash of a file's bytes: the revision that a write must name. */
export function revisionOf(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

/**
 * Reads one regular file of the workspace as UTF-8. What cannot be read as text is told, not thrown.
 *
 * @param path relative to the workspace
 * @param longest in bytes
 * @returns undefined where there is no such file
 * @throws KnownError (`confinement`) where the path leaves the workspace
 */
export function readText(workspace: Workspace, path: string, longest = SIZE_LIMIT): FileText | undefined {
  let absolute: string;
  try {
    absolute = confine(workspace, path);
  } catch (thrown) {
    if (thrown instanceof KnownError && thrown.message.endsWith("symbolic link")) return unread("symlink");
    throw thrown;
  }
  const read = readRegular(absolute, longest);
  if (!("unread" in read)) return decode(read.bytes);
  return read.unread === "missing" ? undefined : unread(read.unread);
}

function unread(trouble: Trouble): FileText {
  return { text: "", revision: "", trouble };
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @returns the text of a file's bytes, or why they are none. */
export function decode(bytes: Buffer): FileText {
  const revision = revisionOf(bytes);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { text: "", revision, trouble: "utf-16" };
  if (bytes.includes(0)) return { text: "", revision, trouble: looksLikeUtf16(bytes) ? "utf-16" : "nul-bytes" };
  try {
    return { text: UTF_8.decode(bytes), revision };
  } catch {
    return { text: "", revision, trouble: "not-utf-8" };
  }
}

/** UTF-16 without a byte order mark: in Latin text every second byte is zero. */
function looksLikeUtf16(bytes: Buffer): boolean {
  let zeros = 0;
  const sample = bytes.subarray(0, 512);
  for (const byte of sample) if (byte === 0) zeros++;
  return zeros * 3 > sample.length;
}
