import { nameKey } from "../../text/names.ts";
import { readType } from "../data-types/read.ts";
import type { DataType } from "../data-types/types.ts";
import type { Interface } from "../types/interfaces.ts";
import type { Place, Value } from "../types.ts";
import { spelledOtherwise } from "./letters.ts";
import { differingLimit } from "./limits.ts";
import type { Difference } from "./types.ts";

/** The parts of an interface that list what a caller gives, one name in inline code after another. */
const PARTS = ["Parameters", "Arguments and options"];

interface Parameter {
  name: string;
  dataType: DataType;
  /** The number that holds where a caller says nothing. */
  standard: string | undefined;
  isHeader: boolean;
  place: Place;
}

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
          place: partOf(own)?.place ?? own.place,
          related,
          subjects,
          arguments: { name: own.name, parameter: name },
        };
      continue;
    }
    const at = { place: found.place, related, subjects };
    const about = { name: own.name, parameter: found.name };
    // Headers have no letter case.
    if (!parameter.isHeader && spelledOtherwise(name, found.name))
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

function partOf({ values }: Interface): Value | undefined {
  return PARTS.map((part) => values[part]).find((value) => value !== undefined);
}

/** `query `limit` integer, 1 to 100, default 25; ...`: what kind it is, its name, and what holds for it up to the next one. */
const PARAMETER = /^\s{0,9}(?:[-*]\s)?(?:\p{L}{1,20}\s){0,3}`(-{0,2}[A-Za-z][\w.-]{0,60})(?:[ =][^`]{0,40})?`([^`]{0,400})/u;

function parametersOf(own: Interface): Parameter[] {
  const part = partOf(own);
  if (!part) return [];
  const rows = part.table?.rows.map((cells) => cells.map(({ source }) => source).join(", ")) ?? [];
  const clauses = [part.source, ...part.items.map(({ source }) => source), ...rows].flatMap((text) => text.split(/;|\n/));
  const seen = new Set<string>();
  return clauses.flatMap((clause): Parameter[] => {
    const [, name, rest = ""] = PARAMETER.exec(clause) ?? [];
    if (name === undefined || seen.has(name)) return [];
    seen.add(name);
    const type = rest.replace(/^[\s:,(]{1,9}/, "").trim();
    return [
      {
        name,
        dataType: readType(/^[^,;(]{0,60}/.exec(type)?.[0] ?? "", type),
        standard: /\bdefaults?\b(?:\s(?:of|to|is))?[\s:=]{1,3}(\d{1,9})(?![\w.:-])/i.exec(rest)?.[1],
        isHeader: /\bheader\b/i.test(clause),
        place: part.place,
      },
    ];
  });
}
