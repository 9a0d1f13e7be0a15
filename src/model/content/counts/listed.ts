import type { Content, Quantity } from "../types.ts";
import type { StatedCount } from "./types.ts";

/** "Four commands (`add`, `list`)", "three run states: `open`, `closed` and `lost`", "the two values `a` and `b`". */
const LIST =
  /^(?:(?:\s[a-z-]{2,20})?(?:\s\(|:\s)|\s)((?:`[^`\n]{1,60}`)(?:,\s(?:and\s|or\s)?`[^`\n]{1,60}`|\s(?:and|or)\s`[^`\n]{1,60}`){1,30})(?=[).;|]|$)/;

/** @returns the numbers of which a list stands right behind, with more or fewer items */
export function wrongListed({ quantities }: Content): StatedCount[] {
  return quantities.flatMap((said) => {
    const items = isCounting(said) ? itemsBehind(said) : 0;
    return items === 0 || items === said.value ? [] : [{ said, noun: "items", known: [items], by: "listed" as const }];
  });
}

function isCounting({ dimension, bound, value, passage }: Quantity): boolean {
  return dimension === "count" && bound === "exact" && value > 1 && value <= 30 && Number.isInteger(value) && !passage.aside;
}

function itemsBehind({ passage: { text }, at, length }: Quantity): number {
  const [, list = ""] = LIST.exec(text.slice(at + length, at + length + 900)) ?? [];
  return list.match(/`[^`\n]{1,60}`/g)?.length ?? 0;
}
