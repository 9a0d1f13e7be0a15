import { groupBy } from "../text/group.ts";
import type { Source } from "./group.ts";
import type { SystemError } from "./types.ts";

/** An error code, as one feature means it. */
export type MeantError = SystemError["meanings"][number] & { code: string };

/** @returns the error codes of a backend design. */
export function readErrors({ feature, model }: Source): MeantError[] {
  return model.backend.errors
    .filter(({ code }) => code !== "")
    .map(({ code, status, meaning, place }) => ({ code, feature, place, status, meaning }));
}

/** @returns every error code; those of one spelling together. */
export function gatherErrors(all: readonly MeantError[]): SystemError[] {
  return [...groupBy(all, ({ code }) => code)].map(([code, meanings]) => ({
    code,
    meanings: meanings.map(({ code: _, ...told }) => told),
  }));
}
