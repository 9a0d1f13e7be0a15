import type { DocumentKind } from "../../../config/config.ts";
import { isOutput } from "../../../config/config.ts";
import { addTo } from "../../../text/group.ts";
import { nearnessOf } from "../comparing/nearness.ts";
import type { Content, Literal, Passage, Stranger } from "../types.ts";
import type { Carried } from "./carried.ts";
import { isSample } from "./samples.ts";
import { likeness, shapeOf } from "./similar.ts";

/** Nothing but a few words stands between two names of a list. */
const BETWEEN = /^`?[^`.;|]{0,60}`?$/;

/**
 * Two names that stand beside each other are told together elsewhere as well: where one of them has another name there, which only that
 * place has, and its document has lost this one, it was renamed in one place.
 */
export function renamedBeside({ literals }: Content, carried: Carried): Stranger[] {
  const byPassage = new Map<Passage, Literal[]>();
  for (const literal of literals) if (isName(literal)) addTo(byPassage, literal.passage, literal);
  const places = new Map<string, Literal[][]>();
  for (const names of byPassage.values()) {
    if (names.length < 2 || names.length > MOST_NAMES) continue;
    for (const { text } of names) addTo(places, text, names);
  }
  return [...byPassage.values()].flatMap((names) => {
    if (!names[0] || !isOutput(names[0].passage.document) || names.length < 2 || names.length > MOST_NAMES) return [];
    return names
      .filter((literal) => isOnlyIn(literal.passage.document, literal.text, carried))
      .flatMap((literal) => {
        const mates = names.filter((mate) => mate !== literal && mate.kind === literal.kind && areBeside(mate, literal));
        const expected = mates.flatMap((mate) => lostBeside(mate, literal, places.get(mate.text) ?? [], carried));
        return expected[0] ? [{ literal, expected: expected[0] }] : [];
      });
  });
}

/** A longer list names all sorts of things. */
const MOST_NAMES = 6;

function isName({ marked, kind, text, passage }: Literal): boolean {
  return marked && kind !== "message" && kind !== "path" && text.length > 4 && !passage.aside && !isSample(text);
}

function areBeside(a: Literal, b: Literal): boolean {
  const [first, second] = a.at < b.at ? [a, b] : [b, a];
  return BETWEEN.test(a.passage.text.slice(first.at + first.text.length, second.at));
}

/** @returns the names that stand beside a mate in other documents, are like the stranger, and that its own document lacks */
function lostBeside(mate: Literal, stranger: Literal, places: readonly (readonly Literal[])[], carried: Carried): Literal[] {
  const { document } = stranger.passage;
  const shape = shapeOf(stranger.text);
  return places.flatMap((names) => {
    if (names[0]?.passage.document === document) return [];
    const own = names.find(({ text }) => text === mate.text);
    return names.filter(
      (each) =>
        own !== undefined &&
        each !== own &&
        each.kind === stranger.kind &&
        areBeside(own, each) &&
        likeness(shape, shapeOf(each.text)) !== undefined &&
        carried.literals.get(document)?.has(each.text) !== true,
    );
  });
}

/** What a name is by the word in front of it, of which a feature has few. */
const HEADER = /\bheaders?\s(?:named\s|called\s)?`$/i;
const NEAR = 3;
/** What the protocol itself offers a design may use beside the headers that its inputs name (RFC 9110 and 9111). */
const OF_PROTOCOL =
  /^(?:if-|accept|content-|(?:etag|last-modified|cache-control|expires|vary|location|retry-after|link|allow|date|range|prefer|user-agent|www-authenticate)$)/i;

/** @returns the one header that an output names and nobody else, where the one that another document names there is lost */
export function otherHeaders(content: Content, carried: Carried): Stranger[] {
  const headers = content.literals.filter(({ marked, passage, at }) => marked && !passage.aside && HEADER.test(passage.text.slice(0, at)));
  const nearness = nearnessOf(content);
  return (["architecture", "backend-design"] as const).flatMap((document) => {
    const strange = headers.filter(
      ({ passage, text }) => passage.document === document && !OF_PROTOCOL.test(text) && isOnlyIn(document, text, carried),
    );
    const has = (text: string) => carried.literals.get(document)?.has(text) === true;
    const lost = headers.filter(({ passage, text }) => passage.document !== document && !has(text));
    const isAgreed = ({ text, passage }: Literal) =>
      lost.some((other) => other.text === text && other.passage.document !== passage.document);
    const agreed = new Set(lost.filter(isAgreed).map(({ text }) => text));
    // Where all others agree on the one header that is lost, nothing else can be meant.
    const isOne = agreed.size === 1 && new Set(strange.map(({ text }) => text)).size === 1;
    const candidates = lost.filter(({ text }) => agreed.size === 0 || agreed.has(text));
    return strange.flatMap((literal) => {
      const scored = candidates.map((expected) => ({ expected, score: nearness.between(literal.passage, expected.passage) }));
      const best = scored.toSorted((one, other) => other.score - one.score)[0];
      return best && (isOne || best.score >= NEAR) ? [{ literal, expected: best.expected }] : [];
    });
  });
}

function isOnlyIn(document: DocumentKind, text: string, carried: Carried): boolean {
  return [...carried.literals.keys()].every((kind) => kind === document || !carried.in(kind, text));
}
