import { groupBy } from "../../../text/group.ts";
import type { Model } from "../../types.ts";
import type { Content, Literal, LiteralKind } from "../types.ts";
import type { Carried } from "./carried.ts";
import { isSample } from "./samples.ts";

/** What a statement of the PRD names, and the outputs do not carry over. */
export interface Uncarried {
  literal: Literal;
  /** It is demanded by a requirement, marked, and of a kind that the design carries elsewhere. */
  certain: boolean;
}

/** What has its place in the backend design, whatever else names it. */
export const OF_INTERFACES: ReadonlySet<LiteralKind> = new Set(["flag", "header", "code", "pattern"]);

/** They hold braces and brackets, which in other tokens stand for something to be filled in. */
const WITH_BRACES: ReadonlySet<LiteralKind> = new Set(["pattern", "series"]);

/** @returns the literals of the PRD that the outputs do not carry over */
export function uncarried(model: Model, content: Content, carried: Carried): Uncarried[] {
  const kinds = (["architecture", "backend-design"] as const).filter((kind) => model.documents[kind]);
  if (kinds.length === 0) return [];
  const demanded = demandedBy(model, content);
  const enumerated = enumerations(demanded, carried);
  const lacks = (literal: Literal) =>
    model.documents["backend-design"] && !isOfCall(literal, carried) && (OF_INTERFACES.has(literal.kind) || enumerated.has(literal))
      ? !carried.in("backend-design", literal.text)
      : kinds.every((document) => !carried.in(document, literal.text));
  const share = sharesOf(demanded, lacks);
  return demanded.filter(lacks).flatMap((literal) => {
    const { kind, passage, marked } = literal;
    const { all, lacking } = share.get(kind) ?? { all: 1, lacking: 1 };
    const certain = passage.ids.length > 0 && (marked || kind === "flag");
    // Where a design carries none of many, it speaks of them in another way.
    if ((kind === "message" || !certain) && lacking * 2 > all) return [];
    if (kind !== "flag" && /\bGiven\b[\s\S]{1,400}\bWhen\b/.test(passage.text)) return [];
    return { literal, certain: certain && kind !== "message" && lacking * 2 <= all + 2 };
  });
}

/** What a call to another system carries has its place where the architecture tells of the call. */
const CALLS = /\b(?:calls?|called|outgoing|upstream|forwards?|forwarded|sends?|sent|passes|passed|propagate[sd]?|client|webhooks?)\b/i;

function isOfCall({ kind, text }: Literal, { literals }: Carried): boolean {
  return kind === "header" && (literals.get("architecture")?.get(text) ?? []).some(({ passage }) => CALLS.test(passage.text));
}

function demandedBy({ statements }: Model, { literals }: Content): Literal[] {
  const excluded = new Set(statements.flatMap(({ id, excluded: why }) => (why === undefined ? [] : [id])));
  return literals.filter(
    ({ passage, text, kind }) =>
      passage.document === "prd" &&
      !passage.aside &&
      text.length > 2 &&
      (WITH_BRACES.has(kind) || kind === "folder" || !isSample(text)) &&
      kind !== "path" &&
      !passage.ids.some((id) => excluded.has(id)),
  );
}

/** The values of lists of which the backend design has most: it is where they are defined. */
function enumerations(demanded: readonly Literal[], carried: Carried): Set<Literal> {
  const listed = demanded.filter(({ marked, kind }) => marked && kind === "field");
  const known = [...groupBy(listed, ({ passage }) => passage).values()].filter(
    (list) => list.length >= 3 && list.filter(({ text }) => carried.in("backend-design", text)).length >= list.length * 0.6,
  );
  return new Set(known.flat());
}

function sharesOf(demanded: readonly Literal[], lacks: (literal: Literal) => boolean): Map<LiteralKind, { all: number; lacking: number }> {
  const share = new Map<LiteralKind, { all: number; lacking: number }>();
  const seen = new Set<string>();
  for (const literal of demanded) {
    if (seen.has(literal.text)) continue;
    seen.add(literal.text);
    const counts = share.get(literal.kind) ?? { all: 0, lacking: 0 };
    share.set(literal.kind, counts);
    counts.all++;
    if (lacks(literal)) counts.lacking++;
  }
  return share;
}
