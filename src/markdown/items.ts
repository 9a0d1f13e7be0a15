import type { List, ListItem } from "./types.ts";

/** @returns the items of a list with all that are nested in them, in the order of the text */
export function allItems({ items }: List): ListItem[] {
  return items.flatMap((item) => [item, ...item.lists.flatMap(allItems)]);
}
