import { DRIFT_KINDS } from "../core.ts";
import type { CheckPage } from "../report/options.ts";

/** @returns the kinds of difference as reports carry checks, each with what it means */
export function driftPages(): CheckPage[] {
  return Object.entries(DRIFT_KINDS).map(([kind, { about, advice }]) => ({
    id: `drift/${kind}`,
    category: "consistency",
    severity: "warning",
    page: `# drift/${kind}\n\n${about} ${advice}\n`,
  }));
}
