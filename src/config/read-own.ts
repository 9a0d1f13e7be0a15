import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
  let handle: number;
  try {
    // Not blocking, so that a pipe in a file's place cannot hold us up.
    handle = openSync(join(root, file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? "unknown";
    if (reason === "ENOENT") return undefined;
    throw fail(reason, "Make it a readable file, or remove it.");
  }
  try {
    const status = fstatSync(handle);
    if (!status.isFile()) throw fail("not a file", "Make it a readable file, or remove it.");
    if (status.size > longest) throw fail(`${status.size} bytes`, `Expected at most ${longest}: shorten it, or remove it.`);
    return readFileSync(handle, "utf8");
  } finally {
    closeSync(handle);
  }
}
