import type { FeatureKey } from "../core.ts";
import type { Html } from "./html.ts";

/** What every part of a page knows of the pages around it. */
export interface Site {
  /** The rank of the heading that a feature has on its page. */
  rank: number;
  /** The drawn diagrams, by their text. */
  drawings: ReadonlyMap<string, Html>;
  /** @returns where a file of the project is shown; undefined where no page shows it */
  addressOf(file: string, fragment?: string): string | undefined;
}

/** How one feature stands, in numbers. */
export interface Standing {
  key: FeatureKey;
  /** The id of what is shown of it. */
  id: string;
  title: string;
  owner: string;
  status: string;
  /** Which of the seven steps are done, and their titles. */
  steps: { title: string; done: boolean }[];
  /** The title of the first step that is not done; undefined for a finished feature. */
  next: string | undefined;
  /** Who has approved which role's part, and whether the text is still the one. */
  approvals: readonly { role: string; by: string; day: string; holds: boolean }[];
  /** The roles that must approve the text as it is and have not. */
  unapproved: readonly string[];
  requirements: number;
  answered: number;
  questions: number;
  departures: number;
  errors: number;
  warnings: number;
  stale: number;
  /** How many things are not as they were at the revision that is compared with. */
  changed?: number;
}
