import { join } from "node:path";
import { readRegular } from "../disk/read-regular.ts";
import { KnownError } from "../findings/errors.ts";
import { linkIn } from "./link-in.ts";

/** Templates, patterns and configurations are written by people, and are as short as documents. */
const LONGEST = 1024 * 1024;

/**
 * Reads a file that a project keeps for groundplan itself, from inside of the project and as a whole.
 *
 * @param root the project, without symbolic links
 * @param file relative to it
 * @param code of the error
 * @param longest in bytes
 * @returns undefined where there is no such file, be it that it has just vanished
 * @throws KnownError where it cannot be read, is a link, no file, or too long
 */
export function readOwn(root: string, file: string, code: string, longest = LONGEST): string | undefined {
  const fail = (why: string, advice: string) => new KnownError(code, `cannot read ${file}: ${why}`, advice);
  if (linkIn(root, file) !== undefined) throw fail("a symbolic link", "Put a real file in its place: links are not followed.");
  const read = readRegular(join(root, file), longest);
  if (!("unread" in read)) return read.bytes.toString("utf8");
  if (read.code === "ENOENT") return undefined;
  throw fail(
    read.unread === "symlink" ? "a symbolic link" : read.code,
    read.unread === "too-large" ? `Expected at most ${longest} bytes: shorten it, or remove it.` : "Make it a readable file, or remove it.",
  );
}
