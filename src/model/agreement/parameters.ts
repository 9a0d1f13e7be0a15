import { nameKey } from "../../text/names.ts";
import { parametersOf, parametersPart } from "../interfaces/parameters.ts";
import type { Interface } from "../types/interfaces.ts";
import type { Value } from "../types.ts";
import { spelledOtherwise } from "./letters.ts";
import { differingLimit } from "./limits.ts";
import type { Difference } from "./types.ts";

/** Compares what callers give. A parameter that is named anywhere at the interface is not missing. */
export function* compareParameters(agreed: Interface, own: Interface): Generator<Difference> {
  const named = new Set(
    textOf(own)
      .split(/[^\p{L}\p{N}_-]+/u)
      .map(nameKey),
  );
  const specified = parametersOf(own);
  if (specified.length === 0) return;
  for (const parameter of parametersOf(agreed)) {
    const { name, place: related } = parameter;
    const found = specified.find((other) => nameKey(other.name) === nameKey(name));
    const subjects = [`${own.name}.${name}`, name, own.name];
    if (!found) {
      if (!named.has(nameKey(name)))
        yield {
          kind: "missing-parameter",
          place: parametersPart(own)?.place ?? own.place,
          related,
          subjects,
          arguments: { name: own.name, parameter: name },
        };
      continue;
    }
    const at = { place: found.place, related, subjects };
    const about = { name: own.name, parameter: found.name };
    // Headers have no letter case.
    if (parameter.in !== "header" && spelledOtherwise(name, found.name))
      yield { kind: "parameter-letters", ...at, arguments: { name: own.name, parameter: name, found: found.name } };
    const limit = differingLimit(parameter.dataType, found.dataType);
    if (limit) yield { kind: "parameter-limit", ...at, arguments: { ...about, ...limit } };
    const [expected, standard] = [parameter.standard, found.standard];
    if (expected && standard && expected !== standard)
      yield { kind: "parameter-limit", ...at, arguments: { ...about, what: "default", expected, found: standard } };
  }
}

/** @returns all that is said of an interface. */
export function textOf({ name, values }: Interface): string {
  return [name, ...Object.values(values).flatMap(partTexts)].join("\n");
}

function partTexts({ text, source, table }: Value): string[] {
  return [text, source, ...(table?.rows.flat() ?? []).map((cell) => cell.text)];
}
