/** The steps of one change; each is a release of its own, and can be taken back until the last. */
export const STEPS = ["expand", "write both", "backfill", "read new", "stop old", "contract"] as const;
export type Step = (typeof STEPS)[number];

interface Customer {
  /** The old form. */
  name?: string;
  /** The new one. */
  given?: string;
  family?: string;
}

const reads = (step: Step) => (STEPS.indexOf(step) >= STEPS.indexOf("read new") ? "new" : "old");
const writesOld = (step: Step) => STEPS.indexOf(step) < STEPS.indexOf("stop old");
const writesNew = (step: Step) => STEPS.indexOf(step) >= STEPS.indexOf("write both");

export function write(step: Step, given: string, family: string): Customer {
  return {
    ...(writesOld(step) && { name: `${given} ${family}` }),
    ...(writesNew(step) && { given, family }),
  };
}

export function read(step: Step, { name = "", given = "", family = "" }: Customer): string {
  return reads(step) === "new" ? `${given} ${family}` : name;
}
