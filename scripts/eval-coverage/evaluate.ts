import { type Existing, readExisting } from "./existing.ts";
import { SOURCES } from "./items/index.ts";
import type { Source, Target } from "./types.ts";

/** An item, and those of its targets that do not exist. */
interface Gap {
  item: string;
  missing: Target[];
}

/** @returns the items that are not served: at least one of their targets does not exist. */
export function findGaps(sources: readonly Source[], existing: Pick<Existing, "has">): Gap[] {
  return sources
    .flatMap(({ subjects }) => subjects)
    .flatMap(({ title, items }) =>
      items.map(([name, ...by]) => ({ item: `${title}: ${name}`, missing: by.filter((target) => !existing.has(target)) })),
    )
    .filter(({ missing }) => missing.length > 0);
}

/** Holds every item of the workflow's material against what there is; the last line of the text is the figure. */
export async function evaluateCoverage(): Promise<{ text: string; passed: boolean }> {
  const gaps = findGaps(SOURCES, await readExisting());
  const targets = [...new Set(gaps.flatMap(({ missing }) => missing))].sort();
  const lines = targets.map((target) => {
    const items = gaps.filter(({ missing }) => missing.includes(target)).map(({ item }) => `"${item}"`);
    return `missing: ${target}, expected for ${items.join(", ")}`;
  });
  const count = SOURCES.flatMap(({ subjects }) => subjects.flatMap(({ items }) => items)).length;
  const figure = `${count - gaps.length} of ${count} items served, ${targets.length} targets missing (bar: 0)`;
  return { text: [...lines, figure].join("\n"), passed: gaps.length === 0 };
}
