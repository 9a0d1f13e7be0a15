import { posix } from "node:path";
import type { Link } from "../../markdown/index.ts";
import { fragmentOf } from "../../markdown/index.ts";
import { decodedUri } from "../../text/uri.ts";

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
  const [address = "", place] = url.split("#", 2);
  // What follows is a place in the text, which a browser looks for and no heading gives.
  const fragment = place?.replace(/:~:.*$/s, "");
  const decoded = decodedUri((address.split("?", 1)[0] ?? "").trim());
  const path =
    decoded === "" ? file : posix.normalize(decoded.startsWith("/") ? decoded.slice(1) : posix.join(posix.dirname(file), decoded));
  if (path === ".." || path.startsWith("../")) return { outside: true };
  return { path: path.replace(/\/$/, ""), fragment: fragment === undefined ? undefined : decodedUri(fragment) };
}

/** As {@link resolveLink}, for a link as a document has it: `[[page#Heading]]` names a page without its ending, and a heading as it reads. */
export function resolveAny({ url, wiki }: Pick<Link, "url" | "wiki">, file: string): Address {
  if (!wiki) return resolveLink(url, file);
  const [page = "", heading] = url.split("#", 2);
  const name = page === "" || /\.\w{1,5}$/.test(page) ? page : `${page}.md`;
  return resolveLink(heading === undefined ? name : `${name}#${fragmentOf(heading)}`, file);
}
