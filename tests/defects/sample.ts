/** So many mutants of an operator and feature are reviewed at most: more of the same tells nothing new, and takes its time. */
export const MOST = 16;

/** @returns the values, or a number of them that lie evenly among them: always the same ones. */
export function sample<T>(values: Iterable<T>, most: number = MOST): T[] {
  const all = Array.from(values);
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, index) => all[Math.floor(((index + 0.5) * all.length) / most)] as T);
}
