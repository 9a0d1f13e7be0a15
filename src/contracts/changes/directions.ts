import type { InterfaceFacts } from "../../model/types.ts";
import { hasWord } from "../../text/names.ts";

/** Which way a structure travels: from callers, to them, or both. */
export interface Directions {
  /** Somebody sends it to us. */
  taken: ReadonlySet<string>;
  /** We send it to somebody. */
  given: ReadonlySet<string>;
}

const TAKEN = ["Request body", "Parameters", "Arguments and options", "Signature"];
const GIVEN = ["Response", "Error responses", "Returns", "Payload", "Output format"];

/** @returns the directions of all structures; what is held by another one travels with it */
export function directionsOf(facts: Pick<InterfaceFacts, "structures" | "interfaces">): Directions {
  return { taken: reach(facts, TAKEN), given: reach(facts, GIVEN) };
}

function reach({ structures, interfaces }: Pick<InterfaceFacts, "structures" | "interfaces">, parts: readonly string[]): Set<string> {
  const texts = interfaces.flatMap(({ values }) => parts.flatMap((part) => [values[part]?.text ?? "", values[part]?.source ?? ""]));
  const named = new Map(structures.map((structure) => [structure.name, structure]));
  const waiting = [...named.keys()].filter((name) => texts.some((text) => hasWord(text, name)));
  const reached = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    for (const { type } of named.get(name)?.fields ?? [])
      for (const other of named.keys()) if (!reached.has(other) && hasWord(type, other)) waiting.push(other);
  }
  return reached;
}
