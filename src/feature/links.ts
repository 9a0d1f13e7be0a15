import { posix } from "node:path";

/** A link's address, taken apart. */
export interface Address {
  /** Path relative to the workspace; absent for the web, and for what leaves the workspace. */
  path?: string;
  fragment?: string;
  /** It points at a file, but outside of the workspace. */
  outside?: boolean;
}

/**
 * Resolves a link as it is read on a code host: relative to its document, or from the workspace's root
 * where it begins with a slash.
 *
 * @param url the address as written
 * @param file the document, relative to the workspace
 */
export function resolveLink(url: string, file: string): Address {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith("//")) return {};
  const [address = "", fragment] = url.split("#", 2);
  const decoded = decode((address.split("?", 1)[0] ?? "").trim());
  const path =
    decoded === "" ? file : posix.normalize(decoded.startsWith("/") ? decoded.slice(1) : posix.join(posix.dirname(file), decoded));
  if (path === ".." || path.startsWith("../")) return { outside: true };
  return { path: path.replace(/\/$/, ""), fragment: fragment === undefined ? undefined : decode(fragment) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
