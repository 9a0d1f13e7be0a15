import type { DocumentKind } from "../../config/config.ts";
import type { LinearPattern } from "../../config/linear-pattern.ts";
import type { Mention, Place, Requirement } from "../types.ts";
import { byNumber } from "./by-number.ts";
import { citedIds, connection, isKnownPrefix, requirementKey } from "./ids.ts";
import { type Cited, continued, prefixOf } from "./lists.ts";

type PlaceAt = (start: number, end: number) => Place;

/**
 * Reads which requirements a design document mentions: single ids, lists and ranges; for a PRD without
 * ids, numbers behind words such as "requirement" and "story", and the names made from its sections.
 *
 * @param prose the document's text with blocks, comments and link addresses blanked
 * @param at gives the place of two offsets
 * @param known the requirements that the PRD declares
 * @param idPatterns ids in forms of the team's own
 */
export function readMentions(
  prose: string,
  at: PlaceAt,
  document: DocumentKind,
  known: readonly Requirement[],
  idPatterns: readonly LinearPattern[] = [],
): Mention[] {
  const byKey = new Map(known.map(({ id }) => [requirementKey(id), id]));
  const numbered = byNumber(prose, known);
  const starts = new Set(numbered.map(({ start }) => start));
  // `FR-15` of a PRD that has numbers alone is no id that it lacks.
  const cited = [...byId(prose, known, byKey).filter(({ start }) => !starts.has(start)), ...numbered, ...byOwnForm(prose, idPatterns)];
  return cited.map(({ id, start, end }) => ({ id: byKey.get(requirementKey(id)) ?? id, document, place: at(start, end) }));
}

function byId(prose: string, known: readonly Requirement[], byKey: ReadonlyMap<string, string>): Cited[] {
  const numbered = known.filter((requirement) => requirement.numbered);
  const own = new Set(numbered.map(({ id }) => prefixOf(id)));
  // Ids of this PRD's own shape are its; the best known prefixes are told even where the PRD has none.
  const isPrefix = (prefix: string) =>
    own.has(prefix) || (numbered.length > 0 && ["FR", "NFR", "REQ", "US", "AC"].includes(prefix) && isKnownPrefix(prefix));
  return citedIds(prose, isPrefix).flatMap((first, index, all) => {
    const next = all[index + 1];
    const { id, prefix, end } = first;
    return [
      { id, start: first.start, end },
      ...continued(prose, first, next?.start ?? prose.length, (number) => byKey.get(requirementKey(`${prefix}-${number}`))),
      ...between(prose, first, next, known),
    ];
  });
}

function byOwnForm(prose: string, patterns: readonly LinearPattern[]): Cited[] {
  return patterns.flatMap((pattern) => pattern.matchesIn(prose).map(({ 0: id, index }) => ({ id, start: index, end: index + id.length })));
}

/** `FR-2 to FR-5` mentions each declared requirement in between. */
function between(
  prose: string,
  first: { id: string; prefix: string; number: string; end: number },
  next: { prefix: string; number: string; start: number; end: number } | undefined,
  known: readonly Requirement[],
): Cited[] {
  if (!next || next.prefix !== first.prefix || next.start - first.end > 24) return [];
  const link = connection(prose.slice(first.end, next.start));
  if (link?.kind !== "range" || link.length !== next.start - first.end) return [];
  return known
    .filter(
      ({ id, numbered }) =>
        numbered &&
        prefixOf(id) === first.prefix &&
        isBetween(id.slice(first.prefix.length).replace(/^[- ]/, ""), first.number, next.number),
    )
    .map(({ id }) => ({ id, start: next.start, end: next.end }));
}

function isBetween(number: string, from: string, to: string): boolean {
  return compareNumbers(from, number) < 0 && compareNumbers(number, to) < 0;
}

/** Compares `1.2` and `1.10` part by part. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
