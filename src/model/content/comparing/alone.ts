import { groupBy } from "../../../text/group.ts";
import type { Content, Passage } from "../types.ts";
import type { Said } from "./said.ts";

/** @returns tells whether a clause states no other value of the sort */
export function isSingle(content: Content): (said: Said) => boolean {
  const single = new Set<Said>();
  const slot = ({ passage, dimension }: Said) => `${passage.document} ${passage.start} ${dimension}`;
  for (const [said, ...others] of groupBy([...content.quantities, ...content.choices], slot).values())
    if (said && others.length === 0) single.add(said);
  return (said) => single.has(said);
}

/**
 * @param single whether a clause states no other value of the sort
 * @returns tells whether each of two clauses states one such value, and cites one requirement, which is the same
 */
export function standsAlone(single: (said: Said) => boolean): (a: Said, b: Said) => boolean {
  return (a, b) => {
    const id = onlyId(a.passage);
    return id !== undefined && id === onlyId(b.passage) && single(a) && single(b);
  };
}

function onlyId({ ids: [first, ...others] }: Passage): string | undefined {
  return others.every((id) => id === first) ? first : undefined;
}
