import { closest, hasWord, nameKey } from "../../text/names.ts";
import { isSkeleton } from "../../text/skeleton.ts";
import type { DataStructure } from "../types/data.ts";
import type { Interface } from "../types/interfaces.ts";
import { compareCodes, compareStatuses, statusBefore } from "./errors.ts";
import { compareParameters } from "./parameters.ts";
import type { Difference } from "./types.ts";

/** Compares two interfaces that stand for one. */
export function* compareInterfaces(
  agreed: Interface,
  own: Interface,
  structures: readonly DataStructure[],
  codes: readonly string[],
): Generator<Difference> {
  yield* compareNames(agreed, own);
  yield* compareParameters(agreed, own);
  const lost = [...compareCodes(agreed, own, codes)];
  yield* lost;
  // The status of a code that is told as missing went with it.
  const statuses = lost.flatMap(({ arguments: { code } }) => statusBefore(String(code), agreed) ?? []);
  yield* compareStatuses(agreed, own, new Set(statuses));
  yield* compareBodies(agreed, own, structures);
}

const PATH = /^\s*([A-Za-z]+)\s+(\/\S*)/;
const PLACEHOLDER = /^(?:\{([^}]{1,100})\}|:(\w{1,100})|<(\w{1,100})>)$/;

/** Paths tell `/Orders` from `/orders`, and who generates code from them takes a parameter's name from there. */
function* compareNames(agreed: Interface, own: Interface): Generator<Difference> {
  const at = { place: own.place, related: agreed.place, subjects: [own.name, agreed.name] };
  const [a, b] = [segmentsOf(agreed.name), segmentsOf(own.name)];
  if (!a || !b) {
    const [expected, found] = [bareName(agreed.name), bareName(own.name)];
    if (expected !== found && expected.toLowerCase() === found.toLowerCase())
      yield { kind: "interface-letters", ...at, arguments: { name: expected, found } };
    return;
  }
  for (const [index, segment] of a.entries()) {
    const other = b[index] ?? "";
    const [expected, found] = [placeholder(segment), placeholder(other)];
    if (expected !== undefined && found !== undefined && expected !== found)
      yield { kind: "path-parameter", ...at, arguments: { name: own.name, found, expected } };
    else if (expected === undefined && segment !== other && segment.toLowerCase() === other.toLowerCase())
      yield { kind: "interface-letters", ...at, arguments: { name: agreed.name, found: own.name } };
  }
}

function segmentsOf(name: string): string[] | undefined {
  const path = PATH.exec(name.replaceAll("`", ""))?.[2];
  return path?.replace(/[?#].*$/s, "").split("/");
}

function placeholder(segment: string): string | undefined {
  const [, braces, colon, angle] = PLACEHOLDER.exec(segment) ?? [];
  return (braces ?? colon ?? angle)?.split(/[:=]/, 1)[0]?.trim();
}

function bareName(name: string): string {
  return name.replaceAll("`", "").replace(/\(.*$/s, "").trim();
}

/** The parts of an interface that name what it takes and gives. */
const BODIES = ["Request body", "Response", "Payload", "Returns"];

function* compareBodies(agreed: Interface, own: Interface, structures: readonly DataStructure[]): Generator<Difference> {
  for (const label of BODIES) {
    const [a, b] = [agreed.values[label]?.text ?? "", own.values[label]];
    // A hole in braces is told as one.
    if (!b || !/[\p{L}\p{N}]/u.test(b.text) || isSkeleton(b.text)) continue;
    const words = new Set(b.text.split(/[^\p{L}\p{N}_-]+/u).map(nameKey));
    for (const { name } of structures) {
      const asked = hasWord(a, name);
      // A name that was merely misspelt is told by undefined-type.
      if (!asked || words.has(nameKey(name)) || closest(name, [...words]) !== undefined) continue;
      const related = agreed.values[label]?.place;
      yield {
        kind: "body",
        place: b.place,
        ...(related && { related }),
        subjects: [own.name],
        arguments: { name: own.name, label, structure: name },
      };
    }
  }
}
