import type { Place, Value } from "../../model/types.ts";

/** @returns a part of an interface as the readers of designs give it, one item for each line */
export function partOf(items: readonly string[], place: Place): Value {
  const text = items.join("; ");
  const [only = "", ...others] = items;
  return {
    text: text.replaceAll("`", ""),
    source: others.length === 0 ? only : "",
    codes: [...text.matchAll(/`([^`]{1,400})`/g)].map(([, code = ""]) => code),
    items: items.length > 1 ? items.map((item) => ({ text: item.replaceAll("`", ""), source: item, place })) : [],
    place,
  };
}
