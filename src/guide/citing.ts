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
    return citeIds(
      requirements.filter((each) => !made.includes(each)),
      made,
    );
  const functional = made.find(({ id }) => !/^non/i.test(id)) ?? first;
  const other = made.find(({ id }) => /^non/i.test(id));
  const number = NUMBERED.exec(functional.id)?.[0].trim() ?? "1";
  const short = other ? `, NFR-${NUMBERED.exec(other.id)?.[0].trim()} for "${other.id}"` : "";
  return `The PRD gives its requirements numbers and no ids: cite "requirement ${number}", "requirements 8 to 11" or FR-${number}${short}; the full name "${functional.id}" is right too.`;
}

/** @param made those to which the PRD gives no id of their own */
function citeIds(own: Model["requirements"], made: Model["requirements"]): string {
  const [first] = own;
  const range = own.slice(1, 3).findLast(({ id }) => lettersOf(id) === lettersOf(first?.id ?? ""));
  const others = made.slice(0, 12).map(({ id }) => id);
  const named =
    others.length === 0 ? "" : ` Those without an id are cited as ${others.join(", ")}${made.length > others.length ? " and so on" : ""}.`;
  return `Cite requirements by their ids, ranges too: ${first?.id}${range ? `, "${first?.id} to ${range.id}"` : ""}.${named}`;
}

function lettersOf(id: string): string {
  return id.split(/\d/, 1)[0] ?? "";
}
