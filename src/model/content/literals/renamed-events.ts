import type { DocumentKind } from "../../../config/config.ts";
import type { Model } from "../../types.ts";
import type { Literal, Stranger } from "../types.ts";
import type { Carried } from "./carried.ts";

/** So many events of a family have to be described for the family to be described. */
const SOME = 2;

/** @returns the one described event of a family that no other document has, where one that the PRD names is not described, wherever else it stands */
export function renamedEvents({ backend }: Model, carried: Carried): Stranger[] {
  const described = new Map(backend.interfaces.flatMap(({ kind, name, place }) => (kind === "service" ? [[name, place] as const] : [])));
  const asked = carried.literals.get("prd");
  if (!asked || described.size === 0) return [];
  const lost = [...asked.values()].flatMap(([literal]) => (literal && isEvent(literal) && !described.has(literal.text) ? [literal] : []));
  return lost.flatMap((expected) => {
    const family = expected.text.slice(0, expected.text.lastIndexOf(".") + 1);
    const members = [...described.keys()].filter((name) => name.startsWith(family));
    const strange = members.filter((name) => ![...carried.literals.keys()].some((kind) => isOther(kind) && carried.in(kind, name)));
    const rivals = lost.filter(({ text }) => text.startsWith(family));
    const [text = "", ...more] = strange;
    const place = described.get(text);
    const isOne = more.length === 0 && rivals.length === 1 && members.length > SOME;
    return place && isOne ? [{ literal: { kind: expected.kind, text, place }, expected }] : [];
  });
}

function isEvent({ kind, marked, passage }: Literal): boolean {
  return kind === "event" && marked && !passage.aside;
}

function isOther(kind: DocumentKind): boolean {
  return kind !== "backend-design";
}
