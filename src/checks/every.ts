import { CATALOGUE_CHECKS } from "./catalogue.ts";
import { DECISION_CHECKS } from "./decisions.ts";
import type { Check } from "./define.ts";
import { CHECKS } from "./index.ts";
import { SYSTEM_CHECKS } from "./system.ts";

/** Every check of every kind, for what needs only their words: of a feature, of the catalogue, across features, of the decisions. */
export const EVERY_CHECK: readonly Omit<Check, "run">[] = [...CHECKS, ...CATALOGUE_CHECKS, ...SYSTEM_CHECKS, ...DECISION_CHECKS];
