import type { Walk } from "./draft.ts";
import type { Ground } from "./ground.ts";
import type { Signs } from "./signs.ts";

/** What a sentence or a label in front of a list says of it. */

/** @returns whether a sentence announces what is to be built, in an introduction or below a heading that nothing is known of */
export function announces({ announcing }: Signs, ground: Ground): boolean {
  return announcing && isOpen(ground);
}

/** @returns whether a sentence says that what stands below it is left out: "The following is out of scope." */
export function leavesOut({ reader: { words } }: Walk, { excluded, text }: Signs): boolean {
  return excluded && words.has("pointing", text);
}

/** @returns whether a line says a criterion behind its label: "Acceptance criteria: a voucher is printed" is one, wherever it stands */
export function saysCriterion({ reader: { words } }: Walk, { label }: Signs): boolean {
  return label?.match.role === "criterion" && label.match.exact && label.value !== "" && !words.is("given", label.name);
}

/**
 * @param says what the lexicon says of the title
 * @param base what holds above it
 * @returns what holds of the list below a title or a sentence
 */
export function groundBelow(walk: Walk, title: string, signs: Signs, says: Ground, base: Ground): Ground {
  const own = introGround(walk, title, base);
  if (own) return own;
  if ((signs.excluded || signs.excluding) && says === base) return { role: "exclusion", by: title, exact: true };
  if (signs.duty && says.role === undefined) return { role: "requirement", by: title, exact: false };
  return announces(signs, says) ? built(title) : says;
}

/** @returns what holds below "Example:", which shows what has been said, and below "The application:" in an introduction */
export function introGround({ reader: { words } }: Walk, title: string, base: Ground): Ground | undefined {
  if (words.opens("example", title)) return { role: "context", by: title, exact: true };
  return words.is("system", title) && isOpen(base) ? built(title) : undefined;
}

function built(title: string): Ground {
  return { role: "scope", by: title, exact: false, lists: true };
}

function isOpen({ role }: Ground): boolean {
  return role === undefined || role === "context";
}
