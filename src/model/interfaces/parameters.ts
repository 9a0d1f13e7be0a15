import { readType } from "../data-types/read.ts";
import type { DataType } from "../data-types/types.ts";
import type { Interface } from "../types/interfaces.ts";
import type { Value } from "../types/stated.ts";
import type { Place } from "../types.ts";

/** What a caller gives, as a design or a contract states it in a line. */
export interface Parameter {
  name: string;
  /** `path`, `query`, `header`, `cookie`; undefined where it is not said, and the path does not tell. */
  in: string | undefined;
  required: boolean;
  dataType: DataType;
  /** The number that holds where a caller says nothing. */
  standard: string | undefined;
  /** What is said of it, behind its name. */
  text: string;
  place: Place;
}

/** The parts of an interface that list what a caller gives, one name in inline code after another. */
const PARTS = ["Parameters", "Arguments and options"];

/** `query `limit` integer, 1 to 100, default 25; ...`: what kind it is, its name, and what holds for it up to the next one. Its pattern and its default may be code too. */
const PARAMETER =
  /^\s{0,9}(?:[-*]\s)?((?:\p{L}{1,20}\s){0,3})`(-{0,2}[A-Za-z][\w.-]{0,99})(?:[ =][^`]{0,99})?`((?:[^`]|(?<=\b(?:match(?:es|ing)?|pattern|defaults?(?: to| is)?)\s)`[^`]{0,200}`){0,400})/u;

/** @returns the part of an interface that lists its parameters, arguments and options */
export function parametersPart({ values }: Interface): Value | undefined {
  return PARTS.map((part) => values[part]).find((value) => value !== undefined);
}

/** @returns the parameters, arguments and options that an interface lists, each once */
export function parametersOf(own: Interface): Parameter[] {
  const part = parametersPart(own);
  if (!part) return [];
  const seen = new Set<string>();
  return clausesOf(part).flatMap((clause): Parameter[] => {
    const [, before = "", name = "", rest = ""] = PARAMETER.exec(clause) ?? [];
    if (name === "" || seen.has(name)) return [];
    seen.add(name);
    const text = rest.replace(/^[\s,:]+|(?<![\s.])[\s.]+$/g, "");
    const place = own.name.includes(`{${name}}`) ? "path" : /\b(path|query|header|cookie)\b/i.exec(`${before} ${rest}`)?.[1]?.toLowerCase();
    return [
      {
        name,
        in: place,
        required: place === "path" || (/\brequired\b/i.test(rest) && !/\b(?:not|never) required\b/i.test(rest)),
        dataType: typeIn(rest.replace(/^[\s:,(]{1,9}/, "").trim()),
        standard:
          /\bdefaults?\b(?:\s(?:of|to|is))?[\s:=]{1,3}(\d{1,9})(?![\w.:-]|\s(?:ms|s|min|h|(?:milli)?seconds?|minutes?|hours?|days?|weeks?)\b)/i.exec(
            text,
          )?.[1],
        text,
        place: part.place,
      },
    ];
  });
}

/** @returns what a part lists: its items, the rows of its table, or what semicolons part */
export function clausesOf(part: Value): string[] {
  const rows = part.table?.rows.map((cells) => cells.map(({ source }) => source).join(", ")) ?? [];
  return [part.source, ...part.items.map(({ source }) => source), ...rows].flatMap((text) => text.split(/;|\n/));
}

/** From one number to another, with no unit behind: `1 to 100, default 20`. */
const RANGE = /^\W{0,3}(?:(?:from|between)\s)?\d{1,9}\s?(?:to|and|–|-)\s?\d{1,9}(?:[,;.\s]|$)/;

/** What is measured in characters is a text, and what lies between two numbers is one, also where no type is named. */
function typeIn(said: string): DataType {
  const stated = readType(/^[^,;(]{0,60}/.exec(said)?.[0] ?? "", said);
  const text = readType("string", said);
  if (stated.family !== "unknown") return stated;
  if (text.limits.length) return text;
  return RANGE.test(said) ? readType("integer", said) : stated;
}
