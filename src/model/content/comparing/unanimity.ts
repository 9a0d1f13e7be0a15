import { agree, comparable, isQuantity, type Said } from "./said.ts";

/** More values than these of one thing are looked at no further. */
const ENOUGH = 40;

/** What all documents together say of the things that one clause speaks of. */
export interface Custom {
  /** Other documents say it more than once, always the same, and otherwise than this clause. */
  unanimous: boolean;
  /** What the nearest clause says is what most places say, and this one does not. */
  usual: boolean;
  /** In how many other places it is said, where all of them say what the nearest clause says; 0 where one says otherwise. */
  united: number;
}

/** @returns tells how a value, and the one that it departs from, stand among all others of their sort */
export function customOf(others: readonly Said[]): (said: Said, other: Said) => Custom {
  const values = new Map<string, Said[]>();
  for (const other of others) {
    const key = keyOf(other);
    if (key === undefined) continue;
    const list = values.get(key);
    if (!list) values.set(key, [other]);
    else if (list.length < ENOUGH) list.push(other);
  }
  return (said, other) => {
    const key = keyOf(said);
    const all = (key === undefined ? [] : (values.get(key) ?? [])).filter(({ passage }) => passage !== said.passage);
    const rest = all.filter(({ passage }) => passage.document !== said.passage.document);
    const [first] = rest;
    const likeOther = all.filter((each) => agree(each, other)).length;
    const likeSaid = all.some((each) => agree(each, said));
    return {
      unanimous:
        isCounted(said) && first !== undefined && rest.length > 1 && rest.every((each) => agree(first, each)) && !agree(first, said),
      united: likeOther === all.length ? likeOther : 0,
      usual: !likeSaid && likeOther >= 3 && likeOther * 5 >= all.length * 3,
    };
  };
}

/** @returns whether nobody else says a value of something like it */
export function isNovel(said: Said, alike: readonly Said[]): boolean {
  return !alike.some((each) => each !== said && each.passage !== said.passage && agree(each, said) && comparable(each, said));
}

/** @returns whether a number counts things, so that what is counted tells of what it speaks */
export function isCounted(said: Said): boolean {
  return (
    isQuantity(said) &&
    (["count", "rate", "percent", "amount", "mass", "interval"].includes(said.dimension) || said.dimension.startsWith("portion:"))
  );
}

function keyOf(said: Said): string | undefined {
  if (!isQuantity(said)) return said.dimension;
  if (!isCounted(said)) return undefined;
  const [noun] = said.nouns;
  return said.dimension === "count" && noun === undefined ? undefined : `${said.dimension} ${noun ?? ""}`;
}
