import type { Requirement } from "../types.ts";
import type { Draft } from "./draft.ts";

/**
 * How directly a statement is a requirement. 0: a requirement section states it, it bears an id, or it is a criterion with a duty
 * below a numbered requirement. 1: a story, a proposal, a constraint. 2: a criterion, a note on security. 3: a test.
 */
export function rankOf({ own, titled, kind, ground, normative, shape, owner }: Draft): Requirement["rank"] {
  if (own !== undefined) return 0;
  if (kind === "criterion") return shape === "ears" && owner?.titled ? 0 : ground.role === "test" ? 3 : 2;
  if (kind === "story") return 1;
  if (ground.role === "test") return 3;
  if (ground.role === "security" || ground.fact === "security") return 2;
  const declared = ground.role === "functional" || ground.role === "requirement" || ground.role === "non-functional";
  return declared || titled !== undefined || (normative && ground.role === undefined) ? 0 : 1;
}

/**
 * Chooses what a design has to answer one by one: the statements of the first rank that there are. The others say more of them, and
 * are read, shown and checked as well. A numbered requirement that is nothing but its criteria is answered with them.
 */
export function demandedOf(statements: readonly Requirement[]): Requirement[] {
  const built = statements.filter(({ excluded, rank }) => excluded === undefined && rank < 3);
  const first = Math.min(...built.map(({ rank }) => rank));
  const demanded = built.filter(({ rank }) => rank === first);
  const parents = new Set(demanded.flatMap(({ kind, parent }) => (kind === "criterion" && parent !== undefined ? [parent] : [])));
  return demanded.filter(({ id }) => !parents.has(id));
}
