import type { Model } from "../../types.ts";
import type { Content } from "../types.ts";
import { versionConflicts } from "./current-version.ts";
import { pageConflicts } from "./pages.ts";
import { rangeConflicts } from "./ranges.ts";
import { rateConflicts } from "./rates.ts";
import { rowConflicts } from "./row-limits.ts";
import type { GeneralConflict } from "./types.ts";

/** @returns what the sections on pages, limits and versions say otherwise than the interfaces that they speak of, and the ranges and rows that bound one thing in two ways */
export function generalConflicts(model: Model, content: Content): GeneralConflict[] {
  return [
    ...pageConflicts(model),
    ...rateConflicts(model, content),
    ...versionConflicts(model),
    ...rangeConflicts(content),
    ...rowConflicts(content),
  ];
}
