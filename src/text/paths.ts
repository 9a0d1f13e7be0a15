/** What stands for a place in a path: `{id}`, `:id`, `<int:id>`. */
const PLACE = /\{[^{}]{0,300}\}|<[^<>]{0,300}>|(?<=\/):\w{1,300}(?:\([^()]{0,100}\))?/g;

/** @returns a path in which all places are called the same: `/orders/{id}`, `/orders/:orderId` and `/orders/<int:id>` are one */
export const withoutPlaces = (path: string): string => path.replace(PLACE, "{}");

/**
 * The form in which paths of interfaces are compared, wherever they stand: contracts, documents, code.
 *
 * @returns the path in small letters, without its query, names of its places and a slash at its end
 */
export const pathKey = (path: string): string =>
  withoutPlaces(path.replace(/\?.*$/s, ""))
    .replace(/(?<=[^/])\/{1,9}$/, "")
    .toLowerCase();

/** What may stand before all paths of a service without being said each time. */
const MOUNT = /^(?:\/(?:api|rest|v\d{1,3}))+$/;

/**
 * @param key of {@link pathKey}, as is the other
 * @returns whether both mean one path; what stands before all paths of a service may be left out in one of them
 */
export function isSamePath(key: string, other: string): boolean {
  if (key === other) return true;
  const [long, short] = key.length > other.length ? [key, other] : [other, key];
  if (!long.endsWith(short) || short === "/" || short.startsWith("/{}")) return false;
  const before = long.slice(0, -short.length);
  // A single part is the end of many paths: `/items` is not `/users/{}/items`, nor `/shops/items`.
  return short.lastIndexOf("/") > 0 ? !before.includes("{") : MOUNT.test(before);
}
