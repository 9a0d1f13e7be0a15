import type { Passage } from "../types.ts";
import type { Ground, Support } from "./nearest.ts";
import type { Nearness } from "./nearness.ts";
import { agree, comparable, type Said } from "./said.ts";

/** Two clauses that say different things, and how near they stand. */
interface Pair {
  said: Said;
  other: Said;
  score: number;
}

/**
 * A value has taken the place of another one: of all that its document says of the sort, it stands nearest to the other value, which the
 * document says nowhere near it.
 */
export function isLost({ said, other, score }: Pair, candidates: readonly Said[], nearness: Nearness) {
  return candidates.every((candidate) => {
    const { passage } = candidate;
    if (passage.document !== said.passage.document || passage === said.passage || !comparable(candidate, other)) return true;
    return nearness.of(candidate, other) < (agree(candidate, other) ? 0.3 * score : score);
  });
}

/** How well some clauses say what `other` says: the best of them. */
export function bestOf(candidates: readonly Said[], nearness: Nearness, other: Said, isAmong: (passage: Passage) => boolean): number {
  let best = 0;
  for (const candidate of candidates)
    if (candidate !== other && isAmong(candidate.passage) && comparable(candidate, other) && agree(candidate, other))
      best = Math.max(best, nearness.of(candidate, other));
  return best;
}

export function isElsewhere(said: Said, others: readonly Said[]): boolean {
  return others.some(
    (other) => other.passage.document !== said.passage.document && isSameValue(other.value, said.value) && comparable(said, other),
  );
}

/** Units that are no whole multiples of each other leave a rest in the last digits. */
function isSameValue(a: number | string, b: number | string): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= 1e-12 * Math.abs(a) : a === b;
}

/** What two parts of clauses share where each has a subject of its own: a rare word and another one. */
const OWN_SUBJECT = 4.5;

function hasOwnSubject(said: Said, other: Said, nearness: Nearness): boolean {
  const near = [...said.near()];
  return nearness.beside(said, other) >= OWN_SUBJECT || (near.length > 0 && near.every((word) => other.passage.own.has(word)));
}

/**
 * A value that the other clause says as well binds both together, and shows no detail.
 *
 * @param beside all that the clause says
 * @param support what is nearest of all that says the same as something
 */
export function isDetail(
  { said, other, score }: Pair,
  beside: readonly Said[],
  support: (said: Said) => Support,
  { nearness, inRow }: Ground,
): boolean {
  const alike = beside.filter(
    (each) => each !== said && each.dimension === said.dimension && comparable(each, said) && !inRow(other, each),
  );
  const isBacked = (each: Said) => {
    const { by, backed } = support(each);
    return by !== undefined && by !== other.passage && backed >= 0.6 * score;
  };
  // In "photos go after 30 days, readings after 10 years" each part says what it is about.
  return alike.some(isBacked) && !hasOwnSubject(said, other, nearness);
}
