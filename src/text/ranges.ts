/** A stretch of a text or of its lines; its end is no part of it. */
export interface Range {
  start: number;
  end: number;
}

/**
 * Tells of many places whether they lie in one of many stretches, each in the time of a look into a sorted list.
 *
 * @param ranges in any order; they may lie in each other
 * @returns whether a place lies in one of them
 */
export function within(ranges: readonly Range[]): (at: number) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  let most = Number.NEGATIVE_INFINITY;
  const ends = sorted.map(({ end }) => {
    most = Math.max(most, end);
    return most;
  });
  return (at) => at < (ends[lastUpTo(starts, at)] ?? Number.NEGATIVE_INFINITY);
}

/** @returns the index of the last of sorted numbers that is not above a number; -1 where there is none */
export function lastUpTo(sorted: readonly number[], most: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
