/** How many times faster than allowed the budget burns: 1 uses it up exactly at the end of the period. */
export function burnRate(failed: number, all: number, objective: number): number {
  return all === 0 ? 0 : failed / all / (1 - objective);
}

/** The long window avoids false alarms, the short one ends the page soon after the fault. */
export function pages(long: { failed: number; all: number }, short: { failed: number; all: number }, objective = 0.999): boolean {
  return burnRate(long.failed, long.all, objective) > 14.4 && burnRate(short.failed, short.all, objective) > 14.4;
}
