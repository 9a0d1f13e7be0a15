import type { Model } from "../model/types.ts";

const NUMBERED = / \d+(?:\.\d+)*$/;

/**
 * Says how the requirements of the PRD are cited: a PRD without ids has numbers, or none at all, and an author who guesses the form
 * writes all of them anew.
 *
 * @returns one sentence; empty where the PRD states nothing
 */
export function howToCite({ requirements }: Model): string {
  const [first] = requirements;
  const last = requirements.at(-1);
  if (!first || !last) return "";
  const made = requirements.filter(({ id }) => NUMBERED.test(id));
  if (made.length * 2 < requirements.length)
    return `Cite requirements by their ids, ranges too: ${first.id}, "${first.id} to ${requirements[Math.min(2, requirements.length - 1)]?.id}".`;
  const functional = made.find(({ id }) => !/^non/i.test(id)) ?? first;
  const other = made.find(({ id }) => /^non/i.test(id));
  const number = NUMBERED.exec(functional.id)?.[0].trim() ?? "1";
  const short = other ? `, NFR-${NUMBERED.exec(other.id)?.[0].trim()} for "${other.id}"` : "";
  return `The PRD gives its requirements numbers and no ids: cite "requirement ${number}", "requirements 8 to 11" or FR-${number}${short}; the full name "${functional.id}" is right too.`;
}
