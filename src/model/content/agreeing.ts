import { addTo } from "../../text/group.ts";
import type { Model, Requirement } from "../types.ts";
import { agree } from "./comparing/said.ts";
import { carriedIn } from "./literals/carried.ts";
import { isSample } from "./literals/samples.ts";
import { contentOf } from "./read.ts";
import type { Literal, Quantity } from "./types.ts";

type Statement = Pick<Requirement, "id" | "numbered" | "place">;

/** What a statement says literally, held against the outputs. */
export interface Agreement {
  /** @returns whether all that a statement states literally, and every value with a unit, stands in an output */
  agrees(statement: Statement): boolean;
  /** @returns the marked literals of a statement that stand in no output, samples left out */
  lacking(statement: Statement): string[];
}

const KINDS = ["architecture", "backend-design"] as const;

export function agreementOf(model: Model): Agreement {
  const content = contentOf(model);
  const carried = carriedIn(model, content);
  const literals = bySource(content.literals);
  const quantities = bySource(content.quantities);
  const designed = content.quantities.filter(({ passage }) => passage.document === "architecture" || passage.document === "backend-design");
  const stands = ({ text }: Literal) => KINDS.some((kind) => carried.in(kind, text));
  return {
    agrees(statement) {
      const own = quantities(statement).filter(({ dimension }) => ["time", "size", "percent", "rate"].includes(dimension));
      return (
        literals(statement).every((literal) => literal.kind === "message" || stands(literal)) &&
        own.every((quantity) => designed.some((other) => other.dimension === quantity.dimension && agree(quantity, other)))
      );
    },
    lacking(statement) {
      const demanded = literals(statement).filter(
        ({ kind, marked, text }) => kind !== "message" && kind !== "path" && (marked || kind === "flag") && !isSample(text),
      );
      return [...new Set(demanded.filter((literal) => !stands(literal)).map(({ text }) => text))];
    },
  };
}

/** What the PRD says, by the statement that says it: by its id, or where it bears none by its lines. */
function bySource<Said extends Literal | Quantity>(said: readonly Said[]): (statement: Statement) => Said[] {
  const byId = new Map<string, Said[]>();
  const byLine = new Map<number, Said[]>();
  for (const each of said) {
    if (each.passage.document !== "prd") continue;
    for (const id of each.passage.ids) addTo(byId, id, each);
    addTo(byLine, each.place.line, each);
  }
  return ({ id, numbered, place: { line, endLine = line } }) =>
    byId.get(id) ?? (numbered ? [] : Array.from({ length: endLine - line + 1 }, (_, index) => byLine.get(line + index) ?? []).flat());
}
