import { agree, isQuantity, type Said } from "./said.ts";

/** More values than these of one thing are looked at no further. */
const ENOUGH = 40;

/** @returns tells of a count, a share or a rate whether other documents say it more than once, always the same, and otherwise than this one */
export function unanimity(others: readonly Said[]): (said: Said) => boolean {
  const values = new Map<string, Said[]>();
  for (const other of others) {
    const key = keyOf(other);
    if (key === undefined) continue;
    const list = values.get(key);
    if (!list) values.set(key, [other]);
    else if (list.length < ENOUGH) list.push(other);
  }
  return (said) => {
    const key = keyOf(said);
    const rest = (key === undefined ? [] : (values.get(key) ?? [])).filter(({ passage }) => passage.document !== said.passage.document);
    const [first] = rest;
    return first !== undefined && rest.length > 1 && rest.every((other) => agree(first, other)) && !agree(first, said);
  };
}

function keyOf(said: Said): string | undefined {
  if (!isQuantity(said) || !["count", "rate", "percent", "amount"].includes(said.dimension)) return undefined;
  const [noun] = said.nouns;
  return said.dimension === "count" && noun === undefined ? undefined : `${said.dimension} ${noun ?? ""}`;
}
