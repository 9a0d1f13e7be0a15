import type { OwnedClass, Project } from "../project.ts";
import { type Call, endOf } from "../syntax/tree.ts";
import type { Column } from "../types.ts";

export const note = (notes: readonly Call[], ...names: string[]): Call | undefined => notes.find((one) => names.includes(endOf(one.fn)));

export const bare = (base: string): string =>
  base
    .replace(/[<(].{0,300}$/s, "")
    .split(".")
    .at(-1) ?? base;

/** @returns a class with the classes above it, the uppermost first. */
export function lineage(project: Project, { source, made }: OwnedClass, depth = 0): OwnedClass[] {
  const above = made.bases.flatMap((base) =>
    depth < 8
      ? project
          .classes(bare(base), source)
          .filter((one) => one.made !== made)
          .slice(0, 1)
      : [],
  );
  return [...above.flatMap((one) => lineage(project, one, depth + 1)), { source, made }];
}

/** Columns by name, the last one that says it; in the order of the first. */
export function once(columns: readonly Column[]): Column[] {
  const found = new Map<string, Column>();
  for (const column of columns) found.set(column.name.toLowerCase(), column);
  return [...found.values()];
}
