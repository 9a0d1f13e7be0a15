import type { Pattern } from "./types.ts";

/**
 * Lays a team's own patterns over the shipped ones, entry by entry: the same slug takes the shipped entry's place, a
 * new one is added, and every other shipped entry stays.
 *
 * @param own where two bear one slug, the first counts; the catalogue's checks tell of the other
 */
export function overlayPatterns(shipped: readonly Pattern[], own: readonly Pattern[]): Pattern[] {
  const added = new Map<string, Pattern>();
  for (const pattern of own) if (!added.has(pattern.slug)) added.set(pattern.slug, pattern);
  const kept = shipped.map((pattern) => {
    const replaced = added.get(pattern.slug);
    added.delete(pattern.slug);
    return replaced ?? pattern;
  });
  return [...kept, ...added.values()];
}
