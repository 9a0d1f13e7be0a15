import { addTo } from "./group.ts";
import { fromRarest } from "./rarest.ts";

/** A name, and the form in which it is compared. */
export interface Keyed {
  name: string;
  key: string;
}

/** Names by the groups of letters in them, so that those near a misspelt one are found without a look at each. */
export interface NameIndex {
  names: readonly Keyed[];
  /** Where a group of letters occurs: places in the list of names. */
  places: ReadonlyMap<string, readonly number[]>;
}

const GROUP = 3;

/** @param keyOf the form in which names are compared */
export function indexNames(names: readonly string[], keyOf: (name: string) => string): NameIndex {
  const places = new Map<string, number[]>();
  const keyed = names.map((name) => ({ name, key: keyOf(name) }));
  for (const [index, { key }] of keyed.entries()) for (const group of groupsOf(key)) addTo(places, group, index);
  return { names: keyed, places };
}

/** @returns at most so many names that share letters with a key, those of rare letters first, in the order of the names. */
export function sharingLetters({ names, places }: NameIndex, key: string, most: number): Keyed[] {
  const lists = Array.from(groupsOf(key), (group) => places.get(group) ?? []);
  return fromRarest(lists, most).map((index) => names[index] as Keyed);
}

/** The ends of a name count as letters. */
function groupsOf(key: string): Set<string> {
  const padded = `  ${key}  `;
  const groups = new Set<string>();
  for (let at = 0; at + GROUP <= padded.length; at++) groups.add(padded.slice(at, at + GROUP));
  return groups;
}
