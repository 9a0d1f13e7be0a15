import type { Excluded, Trace } from "../../core.ts";

export type State = Trace["state"] | Excluded["state"];

/** What each state of a statement means, for readers who do not know the word. */
export const STATES: Readonly<Record<State, { word: string; means: string }>> = {
  open: { word: "open", means: "nothing in the design answers it" },
  listed: { word: "only listed", means: "a list claims it, and no text says how" },
  answered: { word: "answered", means: "a section of the design answers it" },
  agreeing: { word: "answered exactly", means: "answered, with every value and name that it states literally" },
  declined: { word: "departed from", means: "the design does otherwise on purpose, with a reason" },
  excluded: { word: "excluded", means: "the PRD says that it is not to be built" },
};

/** @returns `1 finding`, `2 findings` */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
