import { groupBy, type Source } from "./group.ts";
import type { SystemError } from "./types.ts";

/** @returns the error codes of the backend designs; those of one spelling together. */
export function readSystemErrors(sources: readonly Source[]): SystemError[] {
  const all = sources.flatMap(({ feature, model }) =>
    model.backend.errors
      .filter(({ code }) => code !== "")
      .map(({ code, status, meaning, place }) => ({ code, feature, place, status, meaning })),
  );
  return [...groupBy(all, ({ code }) => code)].map(([code, meanings]) => ({
    code,
    meanings: meanings.map(({ code: _, ...told }) => told),
  }));
}
