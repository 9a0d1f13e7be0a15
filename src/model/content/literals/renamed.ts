import { type DocumentKind, isOutput } from "../../../config/config.ts";
import { addTo } from "../../../text/group.ts";
import type { Model } from "../../types.ts";
import { nearnessOf } from "../comparing/nearness.ts";
import type { Content, Literal, LiteralKind, Stranger } from "../types.ts";
import type { Carried } from "./carried.ts";
import { isSample } from "./samples.ts";
import { likeness, type Shape, shapeOf } from "./similar.ts";

/** Of one kind no more that are lost are looked at. */
const MOST_LOST = 200;
const NEAR_ENOUGH = 7;
/** A few other letters tell more than another word. */
const SPELLING = 4;

/** @returns the tokens of outputs that no other document has, each beside one that the others have and its document has lost */
export function renamedIn(model: Model, content: Content, carried: Carried): Stranger[] {
  return (["backend-design", "architecture"] as const).flatMap((kind) => {
    const others = (Object.keys(model.documents) as DocumentKind[]).filter((other) => other !== kind);
    // What a research report found in the code need not come up again.
    const asked = others.filter((other) => other !== "research");
    const lost = lostFrom(kind, asked, carried, isOfCode(asked, carried));
    const isStranger = (literal: Literal, { text, kind: sort } = literal) =>
      text.length > 4 &&
      sort !== "message" &&
      lost.has(sort) &&
      !isSample(text) &&
      !isIntroduced(literal) &&
      !others.some((other) => carried.in(other, text));
    return Array.from(carried.literals.get(kind)?.values() ?? []).flatMap(([literal]) => {
      const expected = literal && isStranger(literal) ? nearestTo(literal, lost.get(literal.kind) ?? [], content) : undefined;
      return literal && expected ? [{ literal, expected }] : [];
    });
  });
}

function nearestTo(literal: Literal, lost: readonly Lost[], content: Content): Literal | undefined {
  const nearness = nearnessOf(content);
  const own = shapeOf(literal.text);
  let best: { candidate: Literal; score: number } | undefined;
  for (const { literal: candidate, shape } of lost) {
    const like = areAlike(literal.text, candidate.text) ? likeness(own, shape) : undefined;
    if (!like) continue;
    const score = nearness.between(literal.passage, candidate.passage) + (like === "spelling" ? SPELLING : 0);
    if (score >= NEAR_ENOUGH && score > (best?.score ?? 0)) best = { candidate, score };
  }
  return best?.candidate;
}

const CAPITALS = /^[A-Z][A-Z\d_]*$/;

/** `FEATURE` stands for a value, and `FeatureRepository` is none in other letters. */
function areAlike(name: string, other: string): boolean {
  return CAPITALS.test(name) === CAPITALS.test(other);
}

/** "New are the interface `historyReader` ...": what a clause introduces is called as nothing else is. */
function isIntroduced({ passage: { text }, at }: Literal): boolean {
  return /\b(?:new(?:ly)?|adds?|added|gains?|introduc(?:es|ed)|creates?|created)\b/i.test(text.slice(Math.max(0, at - 160), at));
}

/** @returns tells of a name that the code has already, which one output tells of it and no input demands: the other need not repeat it */
function isOfCode(asked: readonly DocumentKind[], carried: Carried): (text: string) => boolean {
  const inputs = asked.filter((kind) => !isOutput(kind));
  return (text) => carried.in("research", text) && !inputs.some((kind) => carried.in(kind, text));
}

interface Lost {
  literal: Literal;
  shape: Shape;
}

/** The literals of other documents that a document has in no style of writing, by kind. */
function lostFrom(
  kind: DocumentKind,
  others: readonly DocumentKind[],
  carried: Carried,
  isKnown: (text: string) => boolean,
): Map<LiteralKind, Lost[]> {
  const lost = new Map<LiteralKind, Lost[]>();
  for (const other of others)
    for (const [text, [first]] of carried.literals.get(other) ?? []) {
      if (!first || first.passage.aside || first.kind === "message" || carried.in(kind, text) || isKnown(text)) continue;
      if ((lost.get(first.kind)?.length ?? 0) < MOST_LOST) addTo(lost, first.kind, { literal: first, shape: shapeOf(text) });
    }
  return lost;
}
