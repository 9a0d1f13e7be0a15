import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from "node:fs";

/** Why there is nothing to be read at a path. */
export type Unread = "missing" | "symlink" | "not-a-file" | "too-large" | "unreadable";

/** What was read: the bytes and what the disk says of the file, or why there are none; `code` is the system's own word. */
export type Read = { bytes: Buffer; status: Stats } | { unread: Unread; code: string; size?: number };

// Links are not followed, and a pipe or a device in a file's place holds nobody up.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a regular file as a whole: the one way in which anything that a project holds is read. What stands in the folders above it is
 * for the caller to hold.
 *
 * @param longest in bytes
 * @param named by the user, on a command line: then a link is followed
 */
export function readRegular(absolute: string, longest = Number.POSITIVE_INFINITY, named = false): Read {
  let file: number;
  try {
    file = openSync(absolute, named ? FLAGS & ~(constants.O_NOFOLLOW ?? 0) : FLAGS);
  } catch (thrown) {
    return { unread: REASONS[codeOf(thrown)] ?? "unreadable", code: codeOf(thrown) };
  }
  try {
    const status = fstatSync(file);
    if (!status.isFile()) return { unread: "not-a-file", code: "not a file" };
    if (status.size > longest) return { unread: "too-large", code: `${status.size} bytes`, size: status.size };
    return { bytes: readFileSync(file), status };
  } catch (thrown) {
    return { unread: "unreadable", code: codeOf(thrown) };
  } finally {
    closeSync(file);
  }
}

// A socket and a device without a driver cannot be opened at all.
const REASONS: Readonly<Record<string, Unread>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  ELOOP: "symlink",
  ENXIO: "not-a-file",
};

function codeOf(thrown: unknown): string {
  return (thrown as NodeJS.ErrnoException).code ?? "unknown";
}
