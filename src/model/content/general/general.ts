import type { Model } from "../../types.ts";
import type { Content } from "../types.ts";
import { versionConflicts } from "./current-version.ts";
import { pageConflicts } from "./pages.ts";
import { rateConflicts } from "./rates.ts";
import type { GeneralConflict } from "./types.ts";

/** @returns what the sections on pages, limits and versions say otherwise than the interfaces that they speak of */
export function generalConflicts(model: Model, content: Content): GeneralConflict[] {
  return [...pageConflicts(model), ...rateConflicts(model, content), ...versionConflicts(model)];
}
