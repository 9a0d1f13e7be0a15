/**
 * Takes places from lists, the shortest list first: what is rare tells the most.
 *
 * @param most how many places are enough
 * @returns the places in rising order, each once
 */
export function fromRarest(lists: Iterable<readonly number[]>, most: number): number[] {
  const found = new Set<number>();
  for (const list of [...lists].sort((a, b) => a.length - b.length))
    for (const place of list) {
      if (found.size >= most) break;
      found.add(place);
    }
  return [...found].sort((a, b) => a - b);
}
