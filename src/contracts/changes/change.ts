import type { Place } from "../../model/types.ts";
import type { InterfaceChange } from "./types.ts";

/**
 * @param at the interface, structure or field
 * @param before what was, and `after` what is; empty where there is none
 * @param because whom it breaks, or why nobody
 * @returns one change
 */
export function change(
  kind: InterfaceChange["kind"],
  at: string,
  before: string,
  after: string,
  breaking: boolean,
  because: string,
  { line }: Place,
): InterfaceChange {
  return { kind, at, before, after, breaking, because, line };
}
