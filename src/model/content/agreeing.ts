import type { Model, Requirement } from "../types.ts";
import { carriedIn } from "./carried.ts";
import { contentOf } from "./read.ts";
import { agree } from "./said.ts";

/** @returns tells of a requirement whether all that it states literally, and every value with a unit, stands in an output */
export function agreeingIn(model: Model): (requirement: Requirement) => boolean {
  const content = contentOf(model);
  const carried = carriedIn(model, content);
  const kinds = ["architecture", "backend-design"] as const;
  const designed = content.quantities.filter(({ passage }) => passage.document === "architecture" || passage.document === "backend-design");
  return ({ id }) => {
    const isOwn = ({ passage }: { passage: { document: string; ids: readonly string[] } }) =>
      passage.document === "prd" && passage.ids.includes(id);
    const literals = content.literals.filter((literal) => literal.kind !== "message" && isOwn(literal));
    const quantities = content.quantities.filter(
      (quantity) => ["time", "size", "percent", "rate"].includes(quantity.dimension) && isOwn(quantity),
    );
    return (
      literals.every(({ text }) => kinds.some((kind) => carried.in(kind, text))) &&
      quantities.every((quantity) => designed.some((other) => other.dimension === quantity.dimension && agree(quantity, other)))
    );
  };
}
